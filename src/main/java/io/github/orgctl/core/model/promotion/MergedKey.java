package io.github.orgctl.core.model.promotion;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Value;
import java.util.Objects;

/**
 * Outcome of a promotion for one key.
 *
 * @param reason for what happens to the key in live
 * @param base its value in the sandbox when it was last promoted, or null where it had none
 * @param sandbox its value in the sandbox, or null
 * @param live its value in live, or null
 */
public record MergedKey(Key key, Reason reason, Value base, Value sandbox, Value live) {
    /** Reason for changing a key in live, or for leaving it unchanged. */
    public enum Reason {
        /** Unchanged: both environments have the same value. */
        SAME("same"),
        /** Promoted: only the sandbox changed it. */
        SANDBOX_CHANGED("sandbox-changed"),
        /** Unchanged: only live changed it. */
        LIVE_CHANGED("live-changed"),
        /** Conflict: both changed it, to different values. */
        BOTH_CHANGED("both-changed"),
        /** Promoted: a conflict resolved with the sandbox value. */
        TAKEN("taken"),
        /** Unchanged: resolved with the live value. */
        KEPT("kept"),
        /** Unchanged: excluded by the project's schema. */
        NEVER_PROMOTED("never-promoted");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** The same key with another reason. */
    public MergedKey as(Reason other) {
        return new MergedKey(key, other, base, sandbox, live);
    }

    /** What happens to the key in live. */
    public LiveChange liveChange() {
        if (reason == Reason.BOTH_CHANGED) {
            return LiveChange.CONFLICT;
        } else if (!changesLive()) {
            return LiveChange.UNCHANGED;
        }
        return live == null ? LiveChange.ADD : sandbox == null ? LiveChange.DELETE : LiveChange.CHANGE;
    }

    /** Whether live has another value afterwards, or no longer any. */
    public boolean changesLive() {
        return reason == Reason.SANDBOX_CHANGED || reason == Reason.TAKEN;
    }

    /** Whether the sandbox value counts as promoted from then on and did not before, so that it does not come up again. */
    public boolean advances() {
        boolean done =
                reason != Reason.LIVE_CHANGED && reason != Reason.BOTH_CHANGED && reason != Reason.NEVER_PROMOTED;
        return done && !Objects.equals(base, sandbox);
    }
}
