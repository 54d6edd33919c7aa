package io.github.orgctl.core.model.organization;

import io.github.orgctl.core.model.value.Failure;

/** The minimum role required to change an organization's live environments. Never viewer. */
public record LiveWrites(Role lowest) {
    public static final LiveWrites DEFAULT = new LiveWrites(Role.DEVELOPER);

    /**
     * @throws Failure USAGE for {@code viewer}
     */
    public LiveWrites {
        if (!allows(lowest)) {
            throw Failure.usage(
                    "viewers can't be allowed to change live environments",
                    "the required role is developer, admin or owner");
        }
    }

    /** Whether this role may be the minimum role. */
    public static boolean allows(Role lowest) {
        return lowest != Role.VIEWER;
    }

    /**
     * @throws Failure USAGE if the text is not developer, admin or owner
     */
    public static LiveWrites parse(String text) {
        return new LiveWrites(Role.parse(text));
    }

    @Override
    public String toString() {
        return lowest.toString();
    }
}
