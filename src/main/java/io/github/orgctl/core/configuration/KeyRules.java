package io.github.orgctl.core.configuration;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.configuration.ValueReference;
import io.github.orgctl.core.model.configuration.Variable;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        List<Failure> overlaps = overlaps(keys);
        if (!overlaps.isEmpty()) {
            throw overlaps.get(0);
        }
    }

    /** A failure (RULE) for each key that lies below another. */
    static List<Failure> overlaps(NavigableSet<Key> keys) {
        List<Failure> overlaps = new ArrayList<>();
        for (Key key : keys) {
            String path = key.path();
            for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
                Key above = new Key(path.substring(0, dot));
                if (keys.contains(above)) {
                    overlaps.add(new Failure(
                            Failure.Kind.RULE,
                            "'" + above + "' and '" + key + "' can't both have a value",
                            "remove one of them in the same command or before, or choose another key"));
                }
            }
        }
        return overlaps;
    }

    /**
     * What stands against keys that a change adds: they are reserved, or programs get them under the name of another.
     *
     * @param all the keys of the environment with them
     */
    static List<Failure> problems(List<KeyChange> changes, NavigableSet<Key> all) {
        List<Key> added = new ArrayList<>();
        List<Failure> problems = new ArrayList<>();
        for (KeyChange change : changes) {
            if (change.kind() == KeyChange.Kind.ADDED) {
                added.add(change.key());
                if (change.key().path().startsWith(ValueReference.RESERVED)) {
                    problems.add(new Failure(
                            Failure.Kind.RULE,
                            "'" + change.key() + "' can't be set: keys that begin with '" + ValueReference.RESERVED
                                    + "' are reserved",
                            Advice.CHOOSE_OWN_KEY.of()));
                }
            }
        }
        if (!added.isEmpty()) {
            problems.addAll(collisions(added, all));
        }
        return problems;
    }

    /**
     * @throws Failure RULE as {@link #problems} tells
     */
    static void checkAdded(List<KeyChange> changes, NavigableSet<Key> all) {
        List<Failure> problems = problems(changes, all);
        if (!problems.isEmpty()) {
            throw problems.get(0);
        }
    }

    /**
     * A failure (RULE) for each of the keys that programs get under the same name as another.
     *
     * @param all the keys of the environment with them
     */
    static List<Failure> collisions(List<Key> added, NavigableSet<Key> all) {
        Map<String, Key> byName = new HashMap<>();
        NavigableSet<Key> present = new TreeSet<>(all);
        added.forEach(present::remove);
        present.forEach(key -> byName.put(Variable.nameOf(key), key));
        List<Failure> collisions = new ArrayList<>();
        for (Key key : added) {
            Key holder = byName.putIfAbsent(Variable.nameOf(key), key);
            if (holder != null) {
                collisions.add(new Failure(
                        Failure.Kind.RULE,
                        "'" + holder + "' and '" + key + "' would both be exported as " + Variable.nameOf(key),
                        "remove one of them before, or leave it out"));
            }
        }
        return collisions;
    }
}
