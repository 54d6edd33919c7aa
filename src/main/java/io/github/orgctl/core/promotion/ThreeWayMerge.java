package io.github.orgctl.core.promotion;

import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.MergedKey;
import io.github.orgctl.core.model.configuration.MergedKey.Reason;
import io.github.orgctl.core.model.configuration.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds out for each key who changed it since the last promotion: the sandbox, live, or both. That a key has no value
 * counts like a value, so that removing is a change like any other.
 */
public final class ThreeWayMerge {
    private ThreeWayMerge() {}

    /**
     * Every key that has a value in one of the three, in the order of the keys.
     *
     * @param base what the sandbox had when it was last promoted
     * @return with the reasons SAME, SANDBOX_CHANGED, LIVE_CHANGED and BOTH_CHANGED only
     */
    public static List<MergedKey> of(Configuration base, Configuration sandbox, Configuration live) {
        Set<Key> keys = new TreeSet<>(base.values().keySet());
        keys.addAll(sandbox.values().keySet());
        keys.addAll(live.values().keySet());
        List<MergedKey> merged = new ArrayList<>(keys.size());
        for (Key key : keys) {
            Value was = base.get(key);
            Value here = sandbox.get(key);
            Value there = live.get(key);
            merged.add(new MergedKey(key, reason(was, here, there), was, here, there));
        }
        return merged;
    }

    private static Reason reason(Value base, Value sandbox, Value live) {
        if (Objects.equals(sandbox, live)) {
            return Reason.SAME;
        }
        if (Objects.equals(sandbox, base)) {
            return Reason.LIVE_CHANGED;
        }
        return Objects.equals(live, base) ? Reason.SANDBOX_CHANGED : Reason.BOTH_CHANGED;
    }
}
