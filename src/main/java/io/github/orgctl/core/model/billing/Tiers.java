package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.value.Failure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Price of a metric in tiers: {@code 1000:0,100000:0.05,0.02} is nothing for the first 1,000 units of a month,
 * 0.05 for each up to 100,000, and 0.02 beyond.
 */
public record Tiers(List<Tier> tiers) {
    private static final String FREE = "free";
    private static final String FORM =
            "use LIMIT:PRICE for each tier and PRICE alone for the last, for example 1000:free,100000:0.05,0.02";

    /**
     * Units that one tier prices.
     *
     * @param from how many units are before them
     * @param to how many units there are with them; below {@code from} where units are taken back
     */
    public record Slice(BigDecimal from, BigDecimal to, Price price) {
        public BigDecimal quantity() {
            return to.subtract(from);
        }
    }

    /**
     * @throws Failure USAGE when the text has not this form, or its limits don't rise
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

    /** Whether no unit ever costs anything. */
    public boolean isFree() {
        for (Tier tier : tiers) {
            if (!tier.price().isFree()) {
                return false;
            }
        }
        return true;
    }

    /** Takes the units from one count to a higher one, neither below zero, apart by the tiers that price them. */
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
