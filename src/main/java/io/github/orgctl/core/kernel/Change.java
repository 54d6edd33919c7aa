package io.github.orgctl.core.kernel;

/**
 * The result of a change.
 *
 * @param value the resource after the change, or null if there was none
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
