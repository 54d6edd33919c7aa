package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.value.Failure;

/**
 * Name of a usage metric, such as {@code active-users}: {@code [a-z0-9]} with single inner {@code - _ .}, up to 63
 * characters.
 */
public record Metric(String name) implements Comparable<Metric> {
    public static final int MAX_LENGTH = 63;

    /**
     * @throws Failure USAGE if the text does not have this format
     */
    public Metric {
        boolean afterPlain = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            if (!plain && !(afterPlain && "-_.".indexOf(c) >= 0)) {
                throw malformed(name);
            }
            afterPlain = plain;
        }
        if (!afterPlain || name.length() > MAX_LENGTH) {
            throw malformed(name);
        }
    }

    private static Failure malformed(String name) {
        return Failure.usage(
                "'" + name + "' is not a metric",
                "a metric has 1 to 63 characters, a-z, 0-9 and single '-', '_' or '.' between them, for example active-users");
    }

    @Override
    public int compareTo(Metric other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
