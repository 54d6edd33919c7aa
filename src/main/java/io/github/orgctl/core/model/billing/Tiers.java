package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.value.Failure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Tiered price of a metric: {@code 1000:0,100000:0.05,0.02} means that the first 1,000 units of a month are free,
 * further units up to 100,000 cost 0.05 each, and all beyond cost 0.02.
 */
public record Tiers(List<Tier> tiers) {
    private static final String FREE = "free";
    private static final String FORM =
            "use LIMIT:PRICE for each tier and PRICE alone for the last, for example 1000:free,100000:0.05,0.02";

    /**
     * Units priced by a single tier.
     *
     * @param from count before these units
     * @param to count including them; less than {@code from} if units are refunded
     */
    public record Slice(BigDecimal from, BigDecimal to, Price price) {
        public BigDecimal quantity() {
            return to.subtract(from);
        }
    }

    /**
     * @throws Failure USAGE if the text does not have this format, or its limits don't increase
     */
    public static Tiers parse(String text) {
        List<Tier> tiers = new ArrayList<>();
        String[] parts = text.split(",", -1);
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i].strip();
            int colon = part.indexOf(':');
            boolean last = i == parts.length - 1;
            if (last != colon < 0) {
                throw malformed(text);
            }
            Quantity upTo =
                    last ? null : Quantity.parse(part.substring(0, colon).strip());
            Quantity before = i == 0 ? new Quantity(0) : tiers.get(i - 1).upTo();
            if (upTo != null && upTo.compareTo(before) <= 0) {
                throw malformed(text);
            }
            String price = part.substring(colon + 1).strip();
            tiers.add(new Tier(upTo, price.equals(FREE) ? Price.FREE : Price.parse(price)));
        }
        return new Tiers(List.copyOf(tiers));
    }

    private static Failure malformed(String text) {
        return Failure.usage("'" + text + "' is not a list of tiers", FORM);
    }

    /** Whether all units are free. */
    public boolean isFree() {
        for (Tier tier : tiers) {
            if (!tier.price().isFree()) {
                return false;
            }
        }
        return true;
    }

    /** Splits the units between two counts, neither negative, by tier. */
    public List<Slice> slices(BigDecimal from, BigDecimal to) {
        BigDecimal low = from;
        List<Slice> slices = new ArrayList<>();
        for (Tier tier : tiers) {
            BigDecimal end = tier.upTo() == null ? to : tier.upTo().value().min(to);
            if (end.compareTo(low) > 0) {
                slices.add(new Slice(low, end, tier.price()));
                low = end;
            }
        }
        return slices;
    }

    @Override
    public String toString() {
        List<String> texts = new ArrayList<>();
        for (Tier tier : tiers) {
            texts.add(tier.toString());
        }
        return String.join(",", texts);
    }
}
