package io.github.orgctl.cli.shape;

import io.github.orgctl.core.model.billing.UsageRecord;
import java.util.List;

public final class UsageShape extends Shape<UsageRecord> {
    public static final UsageShape USAGE = new UsageShape();

    private enum Column implements Field<UsageRecord> {
        NUMBER(true),
        AT(true),
        ORGANIZATION(false),
        ENVIRONMENT(true),
        ENVIRONMENT_ID(false),
        MODE(false),
        METRIC(true),
        QUANTITY(true),
        KEY(true),
        BILLED(false);

        private final boolean inTable;

        Column(boolean inTable) {
            this.inTable = inTable;
        }

        @Override
        public Object of(UsageRecord row) {
            return switch (this) {
                case NUMBER -> row.number();
                case AT -> row.at();
                case ORGANIZATION -> row.organization();
                case ENVIRONMENT -> row.environment();
                case ENVIRONMENT_ID -> row.environmentId();
                case MODE -> row.mode();
                case METRIC -> row.metric();
                case QUANTITY -> row.quantity();
                case KEY -> row.key();
                case BILLED -> row.billed();
            };
        }

        @Override
        public boolean inTable() {
            return inTable;
        }
    }

    private UsageShape() {
        super("usage record", List.of(Column.values()));
    }

    @Override
    public String id(UsageRecord row) {
        return String.valueOf(row.number());
    }
}
