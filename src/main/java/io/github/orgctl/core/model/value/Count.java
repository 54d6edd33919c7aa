package io.github.orgctl.core.model.value;

/** Numbers of things, in words. */
public final class Count {
    private Count() {}

    /**
     * A number with its noun: {@code 1 project}, {@code 2 projects}.
     *
     * @param noun singular of a noun with a regular plural, or one that ends with s and has no other
     */
    public static String of(long number, String noun) {
        return number + " " + (number == 1 || noun.endsWith("s") ? noun : noun + "s");
    }
}
