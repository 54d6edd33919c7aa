package io.github.orgctl.core.promotion;

import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.promotion.MergedKey;
import io.github.orgctl.core.model.promotion.MergedKey.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Determines for each key which side changed it since the last promotion: the sandbox, live, or both. A missing value
 * counts as a value, so removing a key is a change like any other.
 */
public final class ThreeWayMerge {
    private ThreeWayMerge() {}

    /**
     * Merges all keys that have a value in one of the three configurations, in order.
     *
     * @param base the sandbox's configuration at the last promotion
     * @return keys with the reasons SAME, SANDBOX_CHANGED, LIVE_CHANGED and BOTH_CHANGED only
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
