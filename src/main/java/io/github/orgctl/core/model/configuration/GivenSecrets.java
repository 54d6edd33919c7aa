package io.github.orgctl.core.model.configuration;

import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The secrets that a file gives, each with the characters it is written with: nothing is interpolated, and no number is
 * written anew.
 *
 * @param named whether they stand under the names that variables have, rather than under their keys
 * @param emptyAllowed whether values may be empty
 */
public record GivenSecrets(List<GivenSecret> all, boolean named, boolean emptyAllowed) {
    private static final String EXPECTED = "a secret is a string, a number or a boolean: quote anything else";

    /**
     * @param name a key, or the name of a variable
     * @param line where it stands in the file
     */
    public record GivenSecret(String name, String text, int line) {
        /** Never the secret itself. */
        @Override
        public String toString() {
            return name + " in line " + line;
        }
    }

    /**
     * The members of an object, those of objects in it below the key of theirs.
     *
     * @throws Failure USAGE when one is a list, null or an empty object, or a key is given twice
     */
    public static GivenSecrets of(JsonTree root) {
        if (!root.isObject()) {
            throw Failure.usage(
                    "an object with keys and values is expected", "for example {\"db\": {\"password\": …}}");
        }
        List<GivenSecret> all = new ArrayList<>();
        collect("", root, all);
        return new GivenSecrets(all, false, false);
    }

    /** The same where empty values are meant. */
    public GivenSecrets allowingEmpty() {
        return new GivenSecrets(all, named, true);
    }

    private static void collect(String prefix, JsonTree object, List<GivenSecret> all) {
        for (Map.Entry<String, JsonTree> member : object.members().entrySet()) {
            Key key = new Key(prefix + member.getKey());
            JsonTree tree = member.getValue();
            if (tree.isObject() && !tree.members().isEmpty()) {
                collect(key + ".", tree, all);
            } else if (tree.source() == null) {
                throw Failure.usage("line " + tree.line() + ", key '" + key + "': not a value of a secret", EXPECTED);
            } else {
                all.add(new GivenSecret(key.path(), tree.source(), tree.line()));
            }
        }
    }

    /**
     * The secrets by their keys. A name that a secret of the environment is exported by means that secret, any other name
     * is the key itself.
     *
     * @param only the key at or below which they have to be, or null for all
     * @param secrets the keys of the environment's secrets
     * @param values the keys of its values
     * @param environment how commands name it
     * @throws Failure USAGE when a name is no key, one key is given twice, or a text can't be a secret; RULE when names
     *     stand for values, or one for two secrets; NOT_FOUND when there is none at or below {@code only}
     */
    public NavigableMap<Key, SecretValue> in(Key only, Set<Key> secrets, Set<Key> values, String environment) {
        Map<String, List<Key>> secretNames = byName(secrets);
        Map<String, List<Key>> valueNames = byName(values);
        NavigableMap<Key, GivenSecret> wanted = new TreeMap<>();
        List<Key> taken = new ArrayList<>();
        for (GivenSecret given : all) {
            Key key = named ? key(given.name(), secretNames, environment) : new Key(given.name());
            if (only != null && !only.covers(key)) {
                continue;
            }
            put(key, given, wanted);
            if (values.contains(key)) {
                taken.add(key);
            } else if (named && !secretNames.containsKey(given.name())) {
                taken.addAll(valueNames.getOrDefault(given.name(), List.of()));
            }
        }
        refuseValues(taken, environment);
        if (wanted.isEmpty() && only == null) {
            throw Failure.usage("the file has no secrets");
        }
        if (wanted.isEmpty()) {
            throw new Failure(Failure.Kind.NOT_FOUND, "the file has no key at or below '" + only + "'");
        }
        NavigableMap<Key, SecretValue> texts = new TreeMap<>();
        wanted.forEach((key, given) -> texts.put(key, secret(given)));
        return texts;
    }

    private static Map<String, List<Key>> byName(Set<Key> keys) {
        Map<String, List<Key>> names = new HashMap<>();
        for (Key key : keys) {
            names.computeIfAbsent(Variable.nameOf(key), name -> new ArrayList<>())
                    .add(key);
        }
        return names;
    }

    private static Key key(String name, Map<String, List<Key>> secrets, String environment) {
        List<Key> keys = secrets.getOrDefault(name, List.of());
        if (keys.size() > 1) {
            throw new Failure(
                    Failure.Kind.RULE,
                    name + " matches both '" + keys.get(0) + "' and '" + keys.get(1) + "'",
                    Advice.SET_SECRET.of(keys.get(0), environment));
        }
        return keys.isEmpty() ? new Key(name) : keys.get(0);
    }

    private static void put(Key key, GivenSecret given, Map<Key, GivenSecret> wanted) {
        GivenSecret first = wanted.putIfAbsent(key, given);
        if (first != null) {
            throw Failure.usage(
                    "line " + Math.max(first.line(), given.line()) + ": the key '" + key
                            + "' was already given in line " + Math.min(first.line(), given.line()),
                    "give each key one value");
        }
    }

    private static void refuseValues(List<Key> taken, String environment) {
        if (!taken.isEmpty()) {
            throw new Failure(
                    Failure.Kind.RULE,
                    "configuration values of " + environment + ", not secrets: " + Key.some(taken),
                    Advice.UNSET_VALUE.of(taken.get(0), environment));
        }
    }

    private SecretValue secret(GivenSecret given) {
        if (given.text().isEmpty() && !emptyAllowed) {
            throw Failure.usage(
                    "line " + given.line() + ", '" + given.name() + "': the value is empty", Advice.ALLOW_EMPTY.of());
        }
        try {
            return new SecretValue(given.text());
        } catch (Failure failure) {
            throw new Failure(
                    failure.kind(),
                    "line " + given.line() + ", '" + given.name() + "': " + failure.getMessage(),
                    failure.hint(),
                    failure);
        }
    }
}
