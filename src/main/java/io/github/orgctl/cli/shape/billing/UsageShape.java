package io.github.orgctl.cli.shape.billing;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.MINOR;
import static io.github.orgctl.cli.shape.Importance.ON_REQUEST;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.cli.shape.DecimalText;
import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Importance;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.model.billing.UsageRecord;
import java.util.List;

public final class UsageShape extends Shape<UsageRecord> {
    public static final UsageShape USAGE = new UsageShape();

    private enum Column implements Field<UsageRecord> {
        NUMBER(USEFUL),
        AT(ESSENTIAL),
        ORGANIZATION(ON_REQUEST),
        ENVIRONMENT(ESSENTIAL),
        ENVIRONMENT_ID(ON_REQUEST),
        MODE(ON_REQUEST),
        METRIC(ESSENTIAL),
        QUANTITY(ESSENTIAL),
        KEY(MINOR),
        BILLED(ON_REQUEST);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
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
                case QUANTITY -> DecimalText.of(row.quantity().value());
                case KEY -> row.key();
                case BILLED -> row.billed();
            };
        }

        @Override
        public Importance importance() {
            return importance;
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
