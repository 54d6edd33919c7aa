package io.github.orgctl.core.model.value;

/** A single line of free text, up to 200 code points; may be empty. */
public record Line(String value) {
    public static final Line NONE = new Line("");
    public static final int MAX_CODE_POINTS = 200;

    /**
     * @throws Failure USAGE if it is too long, or contains control characters or bidirectional overrides
     */
    public Line {
        value = Text.checked(value, "text", MAX_CODE_POINTS, false);
    }

    @Override
    public String toString() {
        return value;
    }
}
