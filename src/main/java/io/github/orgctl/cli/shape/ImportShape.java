package io.github.orgctl.cli.shape;

import io.github.orgctl.core.importing.ImportSummary;
import java.util.List;

public final class ImportShape extends Shape<ImportSummary> {
    public static final ImportShape IMPORT = new ImportShape();

    private enum Column implements Field<ImportSummary> {
        ROWS,
        CREATED,
        UPDATED,
        UNCHANGED,
        SKIPPED;

        @Override
        public Object of(ImportSummary summary) {
            return switch (this) {
                case ROWS -> summary.rows();
                case CREATED -> summary.created();
                case UPDATED -> summary.updated();
                case UNCHANGED -> summary.unchanged();
                case SKIPPED -> summary.skipped();
            };
        }

        @Override
        public boolean inTable() {
            return true;
        }
    }

    private ImportShape() {
        super("import", List.of(Column.values()));
    }

    @Override
    public String id(ImportSummary summary) {
        return String.valueOf(summary.rows());
    }
}
