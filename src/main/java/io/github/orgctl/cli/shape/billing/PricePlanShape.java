package io.github.orgctl.cli.shape.billing;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.MINOR;
import static io.github.orgctl.cli.shape.Importance.ON_REQUEST;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.cli.shape.DecimalText;
import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Importance;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.cli.shape.Tone;
import io.github.orgctl.core.model.billing.Price;
import io.github.orgctl.core.model.billing.PricePlan;
import java.util.List;
import org.joda.money.CurrencyUnit;

public final class PricePlanShape extends Shape<PricePlan> {
    public static final PricePlanShape PLAN = new PricePlanShape();

    private enum Column implements Field<PricePlan> {
        NAME(ESSENTIAL),
        VERSION(MINOR),
        FROM(USEFUL),
        CURRENCY(ESSENTIAL),
        BASE(ESSENTIAL),
        SEAT(USEFUL),
        SEATS_INCLUDED(MINOR),
        METERS(USEFUL),
        CREATED_AT(ON_REQUEST),
        CREATED_BY(ON_REQUEST),
        WITHDRAWN_AT(ON_REQUEST),
        RETIRED_AT(ON_REQUEST);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(PricePlan row) {
            return switch (this) {
                case NAME -> row.name();
                case VERSION -> row.version();
                case FROM -> row.from();
                case CURRENCY -> row.prices().currency();
                case BASE -> row.prices().base();
                case SEAT -> row.prices().seat();
                case SEATS_INCLUDED -> row.prices().seatsIncluded();
                case METERS -> row.prices().meters();
                case CREATED_AT -> row.createdAt();
                case CREATED_BY -> row.createdBy();
                case WITHDRAWN_AT -> row.withdrawnAt();
                case RETIRED_AT -> row.retiredAt();
            };
        }

        /** Prices are padded to the decimals of their currency. */
        @Override
        public Object shown(PricePlan row) {
            return switch (this) {
                case BASE -> price(row, row.prices().base());
                case SEAT -> price(row, row.prices().seat());
                default -> of(row);
            };
        }

        private static DecimalText price(PricePlan row, Price price) {
            CurrencyUnit currency = row.prices().currency();
            return currency == null ? DecimalText.of(price.value()) : DecimalText.ofPrice(price.value(), currency);
        }

        @Override
        public Importance importance() {
            return importance;
        }

        @Override
        public Tone tone(PricePlan row) {
            return row.retiredAt() == null && row.withdrawnAt() == null ? Tone.PLAIN : Tone.FAINT;
        }
    }

    private PricePlanShape() {
        super("plan", List.of(Column.values()));
    }

    @Override
    public String id(PricePlan row) {
        return row.name().value();
    }
}
