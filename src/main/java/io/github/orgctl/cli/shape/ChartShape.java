package io.github.orgctl.cli.shape;

import java.util.List;

public final class ChartShape extends Shape<ChartBar> {
    public static final ChartShape CHART = new ChartShape();

    private enum Column implements Field<ChartBar> {
        PERIOD(true),
        TOTAL(true),
        CURRENCY(true),
        CLOSED(false),
        BAR(true);

        private final boolean inTable;

        Column(boolean inTable) {
            this.inTable = inTable;
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
        public boolean inTable() {
            return inTable;
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
