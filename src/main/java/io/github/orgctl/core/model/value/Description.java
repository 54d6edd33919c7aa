package io.github.orgctl.core.model.value;

/** Free text of up to 1,000 code points; may be empty and may contain line feeds and tabs. */
public record Description(String value) {
    public static final Description NONE = new Description("");
    public static final int MAX_CODE_POINTS = 1000;

    /**
     * @throws Failure USAGE if it is too long, or contains other control characters or bidirectional overrides
     */
    public Description {
        value = Text.checked(value, "text", MAX_CODE_POINTS, true);
    }

    @Override
    public String toString() {
        return value;
    }
}
