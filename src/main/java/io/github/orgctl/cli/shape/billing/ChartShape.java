package io.github.orgctl.cli.shape.billing;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.ON_REQUEST;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.cli.shape.DecimalText;
import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Importance;
import io.github.orgctl.cli.shape.Shape;
import java.util.List;

public final class ChartShape extends Shape<ChartBar> {
    public static final ChartShape CHART = new ChartShape();

    private enum Column implements Field<ChartBar> {
        PERIOD(ESSENTIAL),
        TOTAL(ESSENTIAL),
        CURRENCY(ESSENTIAL),
        CLOSED(ON_REQUEST),
        BAR(USEFUL);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(ChartBar row) {
            return switch (this) {
                case PERIOD -> row.period();
                case TOTAL -> DecimalText.of(row.total());
                case CURRENCY -> row.total().getCurrencyUnit();
                case CLOSED -> row.closed();
                case BAR -> row.bar();
            };
        }

        @Override
        public Importance importance() {
            return importance;
        }
    }

    private ChartShape() {
        super("month", List.of(Column.values()));
    }

    @Override
    public String id(ChartBar row) {
        return row.period().toString();
    }
}
