package io.github.orgctl.cli.shape.billing;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.MINOR;
import static io.github.orgctl.cli.shape.Importance.ON_REQUEST;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.cli.shape.DecimalText;
import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Importance;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.model.billing.StatementLine;
import java.util.List;

public final class StatementLineShape extends Shape<StatementRow> {
    public static final StatementLineShape STATEMENT_LINE = new StatementLineShape();

    private enum Column implements Field<StatementRow> {
        ORGANIZATION(ON_REQUEST),
        PERIOD(ON_REQUEST),
        KIND(ESSENTIAL),
        DESCRIPTION(USEFUL),
        PLAN(ON_REQUEST),
        METRIC(ON_REQUEST),
        QUANTITY(USEFUL),
        UNIT(USEFUL),
        UNIT_PRICE(USEFUL),
        PER(MINOR),
        AMOUNT(ESSENTIAL),
        CURRENCY(ESSENTIAL),
        ORGANIZATION_ID(ON_REQUEST),
        CLOSED_AT(ON_REQUEST);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
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

        /** Prices are padded to the decimals of their currency. Totals have no quantity and unit price. */
        @Override
        public Object shown(StatementRow row) {
            boolean ofProduct = this == QUANTITY || this == UNIT || this == UNIT_PRICE || this == PER;
            if (ofProduct && row.line().kind() == StatementLine.Kind.TOTAL) {
                return null;
            }
            return this == UNIT_PRICE
                    ? DecimalText.ofPrice(
                            row.line().unitPrice(), row.statement().currency())
                    : of(row);
        }

        @Override
        public Importance importance() {
            return importance;
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
