package io.github.orgctl.core.kernel;

/**
 * What a change left behind.
 *
 * @param value the resource as it is now, or null where there was none
 * @param made whether anything changed
 */
public record Change<T>(T value, boolean made) {
    public static <T> Change<T> made(T value) {
        return new Change<>(value, true);
    }

    public static <T> Change<T> none(T value) {
        return new Change<>(value, false);
    }
}
