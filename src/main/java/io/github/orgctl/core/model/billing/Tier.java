package io.github.orgctl.core.model.billing;

/**
 * A part of a metric's price: what each unit costs up to a limit.
 *
 * @param upTo the last unit that it goes for, or null for all that follow
 */
public record Tier(Quantity upTo, Price price) {
    @Override
    public String toString() {
        return upTo == null ? price.toString() : upTo + ":" + price;
    }
}
