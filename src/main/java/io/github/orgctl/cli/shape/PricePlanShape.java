package io.github.orgctl.cli.shape;

import io.github.orgctl.core.model.billing.PricePlan;
import java.util.List;

public final class PricePlanShape extends Shape<PricePlan> {
    public static final PricePlanShape PLAN = new PricePlanShape();

    private enum Column implements Field<PricePlan> {
        NAME(true),
        VERSION(true),
        FROM(true),
        CURRENCY(true),
        BASE(true),
        SEAT(true),
        SEATS_INCLUDED(true),
        METERS(true),
        CREATED_AT(false),
        CREATED_BY(false),
        WITHDRAWN_AT(false),
        RETIRED_AT(false);

        private final boolean inTable;

        Column(boolean inTable) {
            this.inTable = inTable;
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

        @Override
        public boolean inTable() {
            return inTable;
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
