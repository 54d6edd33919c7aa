package io.github.orgctl.core.model.configuration;

import io.github.orgctl.core.model.organization.Mode;

/**
 * What a project's schema says of a key, and of every key below it, that a JSON Schema can't say by itself.
 *
 * @param pair how its values in both environments have to relate, or null
 * @param only the one environment that may have it, or null for both
 * @param neverPromoted whether it never goes from the sandbox to live
 * @param critical whether a change of it in live has to be allowed by itself
 * @param downgrade whether a change of it in live that makes it laxer has to be allowed by itself
 */
public record KeyPolicy(Key key, Pair pair, Mode only, boolean neverPromoted, boolean critical, boolean downgrade) {
    /** Required relation of a key's values in both environments. */
    public enum Pair {
        DIFFER,
        MATCH
    }

    /** Whether a promotion leaves it alone: it says so, or what went over could only break the other rules. */
    public boolean staysWhereItIs() {
        return neverPromoted || only != null || pair == Pair.DIFFER;
    }
}
