package io.github.orgctl.cli.shape;

import java.util.List;

public final class StatementLineShape extends Shape<StatementRow> {
    public static final StatementLineShape STATEMENT_LINE = new StatementLineShape();

    private enum Column implements Field<StatementRow> {
        ORGANIZATION(false),
        PERIOD(false),
        KIND(true),
        DESCRIPTION(true),
        PLAN(false),
        METRIC(false),
        QUANTITY(true),
        UNIT(true),
        UNIT_PRICE(true),
        PER(true),
        AMOUNT(true),
        CURRENCY(true),
        ORGANIZATION_ID(false),
        CLOSED_AT(false);

        private final boolean inTable;

        Column(boolean inTable) {
            this.inTable = inTable;
        }

        @Override
        public Object of(StatementRow row) {
            return switch (this) {
                case ORGANIZATION -> row.statement().organization();
                case PERIOD -> row.statement().period();
                case KIND -> row.line().kind();
                case DESCRIPTION -> row.line().description();
                case PLAN -> row.line().plan();
                case METRIC -> row.line().metric();
                case QUANTITY -> DecimalText.of(row.line().quantity());
                case UNIT -> row.line().unit();
                case PER -> row.line().per();
                case UNIT_PRICE -> DecimalText.of(row.line().unitPrice());
                case AMOUNT -> DecimalText.of(row.line().amount());
                case CURRENCY -> row.statement().currency();
                case ORGANIZATION_ID -> row.statement().organizationId();
                case CLOSED_AT -> row.statement().closedAt();
            };
        }

        @Override
        public boolean inTable() {
            return inTable;
        }
    }

    private StatementLineShape() {
        super("statement line", List.of(Column.values()));
    }

    @Override
    public String id(StatementRow row) {
        return row.statement().organization() + " " + row.statement().period() + " "
                + row.line().kind();
    }
}
