package io.github.orgctl.core;

import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.Key;
import java.util.NavigableSet;

/** What holds for the keys of one environment together. */
final class KeyRules {
    private KeyRules() {}

    /**
     * @throws Failure RULE when a key that has a value lies above another
     */
    static void check(NavigableSet<Key> keys) {
        for (Key key : keys) {
            String path = key.path();
            for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
                Key above = new Key(path.substring(0, dot));
                if (keys.contains(above)) {
                    throw new Failure(
                            Failure.Kind.RULE,
                            "'" + above + "' and '" + key + "' can't both have a value",
                            "unset one of the two in the same command or before, or choose another key");
                }
            }
        }
    }
}
