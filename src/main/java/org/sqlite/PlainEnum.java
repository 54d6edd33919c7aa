package org.sqlite;

/** What the driver's enums use instead of {@code Enum.valueOf}, which finds the constants by reflection. */
public final class PlainEnum {
    private PlainEnum() {}

    /**
     * The constant with this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Enum<?> named(String name, Enum<?>[] constants) {
        for (Enum<?> constant : constants) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(name);
    }
}
