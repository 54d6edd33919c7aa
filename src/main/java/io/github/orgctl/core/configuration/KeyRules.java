package io.github.orgctl.core.configuration;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import java.util.NavigableSet;
import java.util.TreeSet;

/** What holds for the keys of one environment together. */
final class KeyRules {
    private KeyRules() {}

    /**
     * @param values the keys of the environment's values
     * @param secrets the keys of its secrets, none of which is among the values
     * @throws Failure RULE when one lies above another
     */
    static void check(NavigableSet<Key> values, NavigableSet<Key> secrets) {
        if (secrets.isEmpty()) {
            check(values);
            return;
        }
        NavigableSet<Key> all = new TreeSet<>(values);
        all.addAll(secrets);
        check(all);
    }

    /**
     * @throws Failure RULE when the key is that of a secret, which a value may not replace
     */
    static void refuseSecret(Environment environment, Key key, NavigableSet<Key> secrets) {
        if (secrets.contains(key)) {
            throw new Failure(
                    Failure.Kind.RULE,
                    "'" + key + "' is a secret of " + environment.reference(),
                    Advice.REPLACE_SECRET.of(key, environment.reference()));
        }
    }

    /**
     * @throws Failure RULE when the key is that of a value, which a secret may not replace
     */
    static void refuseValue(Environment environment, Key key, NavigableSet<Key> values) {
        if (values.contains(key)) {
            throw new Failure(
                    Failure.Kind.RULE,
                    "'" + key + "' is a configuration value of " + environment.reference() + ", not a secret",
                    Advice.UNSET_VALUE.of(key, environment.reference()));
        }
    }

    private static void check(NavigableSet<Key> keys) {
        for (Key key : keys) {
            String path = key.path();
            for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
                Key above = new Key(path.substring(0, dot));
                if (keys.contains(above)) {
                    throw new Failure(
                            Failure.Kind.RULE,
                            "'" + above + "' and '" + key + "' can't both have a value",
                            "remove one of them in the same command or before, or choose another key");
                }
            }
        }
    }
}
