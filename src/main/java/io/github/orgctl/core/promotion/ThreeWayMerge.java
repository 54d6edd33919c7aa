package io.github.orgctl.core.promotion;

import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.MergedKey;
import io.github.orgctl.core.model.configuration.MergedKey.Action;
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
     * @return with the actions SAME, CARRY, STAY and CONFLICT only
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
            merged.add(new MergedKey(key, action(was, here, there), was, here, there));
        }
        return merged;
    }

    private static Action action(Value base, Value sandbox, Value live) {
        if (Objects.equals(sandbox, live)) {
            return Action.SAME;
        }
        if (Objects.equals(sandbox, base)) {
            return Action.STAY;
        }
        return Objects.equals(live, base) ? Action.CARRY : Action.CONFLICT;
    }
}
