package io.github.orgctl.core.model.billing;

/**
 * A price tier of a metric.
 *
 * @param upTo last unit of the tier, or null for no limit
 */
public record Tier(Quantity upTo, Price price) {
    @Override
    public String toString() {
        return upTo == null ? price.toString() : upTo + ":" + price;
    }
}
