package io.github.orgctl.cli.shape;

import io.github.orgctl.core.model.billing.UsageSum;
import java.util.List;

public final class UsageSumShape extends Shape<UsageSum> {
    public static final UsageSumShape USAGE_SUM = new UsageSumShape();

    private enum Column implements Field<UsageSum> {
        ORGANIZATION(true),
        ENVIRONMENT(true),
        ENVIRONMENT_ID(false),
        MODE(false),
        METRIC(true),
        QUANTITY(true),
        RECORDS(true);

        private final boolean inTable;

        Column(boolean inTable) {
            this.inTable = inTable;
        }

        @Override
        public Object of(UsageSum row) {
            return switch (this) {
                case ORGANIZATION -> row.organization();
                case ENVIRONMENT -> row.environment();
                case ENVIRONMENT_ID -> row.environmentId();
                case MODE -> row.mode();
                case METRIC -> row.metric();
                case QUANTITY -> DecimalText.of(row.quantity());
                case RECORDS -> row.records();
            };
        }

        @Override
        public boolean inTable() {
            return inTable;
        }
    }

    private UsageSumShape() {
        super("usage sum", List.of(Column.values()));
    }

    @Override
    public String id(UsageSum row) {
        return row.environmentId() + " " + row.metric();
    }
}
