package io.github.orgctl.cli.shape;

import io.github.orgctl.core.billing.UsageImport;
import java.util.List;

public final class UsageImportShape extends Shape<UsageImport> {
    public static final UsageImportShape USAGE_IMPORT = new UsageImportShape();

    private enum Column implements Field<UsageImport> {
        RECORDS(true),
        REPEATED(true),
        ORGANIZATIONS(true);

        private final boolean inTable;

        Column(boolean inTable) {
            this.inTable = inTable;
        }

        @Override
        public Object of(UsageImport row) {
            return switch (this) {
                case RECORDS -> row.records();
                case REPEATED -> row.repeated();
                case ORGANIZATIONS -> row.organizations();
            };
        }

        @Override
        public boolean inTable() {
            return inTable;
        }
    }

    private UsageImportShape() {
        super("import", List.of(Column.values()));
    }

    @Override
    public String id(UsageImport row) {
        return String.valueOf(row.records());
    }
}
