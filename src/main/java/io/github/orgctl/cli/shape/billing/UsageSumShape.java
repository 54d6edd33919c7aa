package io.github.orgctl.cli.shape.billing;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.MINOR;
import static io.github.orgctl.cli.shape.Importance.ON_REQUEST;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.cli.shape.DecimalText;
import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Importance;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.model.billing.UsageSum;
import java.util.List;

public final class UsageSumShape extends Shape<UsageSum> {
    public static final UsageSumShape USAGE_SUM = new UsageSumShape();

    private enum Column implements Field<UsageSum> {
        ORGANIZATION(USEFUL),
        ENVIRONMENT(ESSENTIAL),
        ENVIRONMENT_ID(ON_REQUEST),
        MODE(ON_REQUEST),
        METRIC(ESSENTIAL),
        QUANTITY(ESSENTIAL),
        RECORDS(MINOR);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
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
        public Importance importance() {
            return importance;
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
