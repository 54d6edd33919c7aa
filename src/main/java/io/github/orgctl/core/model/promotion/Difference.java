package io.github.orgctl.core.model.promotion;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.configuration.Value;

/**
 * A key that differs between a project's sandbox and its live environment.
 *
 * @param secret whether it is a secret: its values are then texts that stand for it, and never its value
 * @param change what a promotion would do to the key of live
 * @param sandbox its value in the sandbox, or null
 * @param live its value in live, or null
 * @param base its value in the sandbox when it was last promoted, or null
 */
public record Difference(Key key, boolean secret, LiveChange change, Value sandbox, Value live, Value base) {
    /** Of a value. */
    public static Difference of(MergedKey merged) {
        return new Difference(merged.key(), false, merged.liveChange(), merged.sandbox(), merged.live(), merged.base());
    }

    /** Of a secret, which never crosses. */
    public static Difference ofSecret(KeyChange fromSandboxToLive) {
        return new Difference(
                fromSandboxToLive.key(),
                true,
                LiveChange.UNCHANGED,
                fromSandboxToLive.before(),
                fromSandboxToLive.after(),
                null);
    }
}
