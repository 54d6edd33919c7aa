package io.github.orgctl.cli.shape.billing;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Importance;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.billing.UsageImport;
import java.util.List;

public final class UsageImportShape extends Shape<UsageImport> {
    public static final UsageImportShape USAGE_IMPORT = new UsageImportShape();

    private enum Column implements Field<UsageImport> {
        RECORDS(ESSENTIAL),
        REPEATED(USEFUL),
        ORGANIZATIONS(USEFUL);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
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
        public Importance importance() {
            return importance;
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
