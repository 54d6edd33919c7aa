package io.github.orgctl.core.model.value;

/**
 * Display name of an organization or project: 1 to 100 code points after trimming, any Unicode except control
 * characters.
 */
public record Name(String value) {
    public static final int MAX_CODE_POINTS = 100;

    /**
     * @throws Failure USAGE if it is empty or too long, or contains control characters or bidirectional overrides
     */
    public Name {
        value = Text.checked(value, "name", MAX_CODE_POINTS, false);
        if (value.isEmpty()) {
            throw Failure.usage("the name is empty", "a name has 1 to 100 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
