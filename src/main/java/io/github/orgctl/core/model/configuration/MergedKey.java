package io.github.orgctl.core.model.configuration;

import java.util.Objects;

/**
 * Outcome of a promotion for one key.
 *
 * @param base its value in the sandbox when it was last promoted, or null where it had none
 * @param sandbox its value in the sandbox, or null
 * @param live its value in live, or null
 */
public record MergedKey(Key key, Action action, Value base, Value sandbox, Value live) {
    /** Actions on a key in live. */
    public enum Action {
        /** Nothing: both have the same. */
        SAME("same"),
        /** Changed in the sandbox only: its value there goes over. */
        CARRY("carry"),
        /** Changed in live only: stays. */
        STAY("stay"),
        /** Changed in both, and not to the same: somebody has to settle it. */
        CONFLICT("conflict"),
        /** The sandbox's value goes over, because somebody said so. */
        TAKE("take"),
        /** Live's value stays, because somebody said so. */
        KEEP("keep"),
        /** Never crosses, because the project's schema says so. */
        NEVER("never");

        private final String word;

        Action(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** The same key with another outcome. */
    public MergedKey as(Action other) {
        return new MergedKey(key, other, base, sandbox, live);
    }

    /** What happens to the key in live. */
    public LiveChange liveChange() {
        if (action == Action.CONFLICT) {
            return LiveChange.CONFLICT;
        } else if (!changesLive()) {
            return LiveChange.UNCHANGED;
        }
        return live == null ? LiveChange.ADD : sandbox == null ? LiveChange.DELETE : LiveChange.CHANGE;
    }

    /** Whether live has another value afterwards, or no longer any. */
    public boolean changesLive() {
        return action == Action.CARRY || action == Action.TAKE;
    }

    /** Whether what the sandbox has counts as promoted from then on, and did not before, so that it does not come up again. */
    public boolean advances() {
        boolean done = action != Action.STAY && action != Action.CONFLICT && action != Action.NEVER;
        return done && !Objects.equals(base, sandbox);
    }
}
