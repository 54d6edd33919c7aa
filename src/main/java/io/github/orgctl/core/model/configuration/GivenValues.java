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

/** The values that a file gives, as far as they can be told without the configuration that they are meant for. */
public sealed interface GivenValues {
    /**
     * The values by their keys.
     *
     * @param present the configuration that they are meant for
     * @param secrets the keys of the environment's secrets
     * @param environment how commands name it
     * @throws Failure USAGE when a name in them is no key, or one key is given twice; RULE when a name stands for two
     *     keys or for a secret
     */
    Configuration in(Configuration present, Set<Key> secrets, String environment);

    /**
     * Values in objects, each below the key that its object has. An object is a value itself only where it is empty, or
     * where the configuration has an object at that key already.
     */
    record Nested(JsonTree root) implements GivenValues {
        @Override
        public Configuration in(Configuration present, Set<Key> secrets, String environment) {
            if (!root.isObject()) {
                throw Failure.usage(
                        "an object with keys and values is expected", "for example {\"api\": {\"port\": 1}}");
            }
            NavigableMap<Key, Value> values = new TreeMap<>();
            collect("", root, present, values);
            return new Configuration(values);
        }

        private static void collect(
                String prefix, JsonTree object, Configuration present, NavigableMap<Key, Value> values) {
            for (Map.Entry<String, JsonTree> member : object.members().entrySet()) {
                Key key = new Key(prefix + member.getKey());
                JsonTree tree = member.getValue();
                Value before = present.get(key);
                boolean isValue = !tree.isObject()
                        || tree.members().isEmpty()
                        || tree.isTemplate()
                        || before != null && before.isObject();
                if (!isValue) {
                    collect(key + ".", tree, present, values);
                } else {
                    put(key, value(key, tree), values);
                }
            }
        }

        private static Value value(Key key, JsonTree tree) {
            try {
                return tree.value();
            } catch (Failure failure) {
                throw new Failure(failure.kind(), "'" + key + "': " + failure.getMessage(), failure.hint(), failure);
            }
        }
    }

    /**
     * Texts under the names that variables have. A name that a value of the configuration is exported by means that
     * value, and a text stays a text; any other name is taken for the key itself.
     */
    record Named(List<NamedText> texts) implements GivenValues {
        @Override
        public Configuration in(Configuration present, Set<Key> secrets, String environment) {
            Map<String, List<Key>> keys = new HashMap<>();
            for (Key key : present.values().keySet()) {
                keys.computeIfAbsent(Variable.nameOf(key), name -> new ArrayList<>())
                        .add(key);
            }
            Map<String, Key> secretKeys = new HashMap<>();
            secrets.forEach(key -> secretKeys.put(Variable.nameOf(key), key));
            NavigableMap<Key, Value> values = new TreeMap<>();
            for (NamedText text : texts) {
                refuseSecret(text.name(), secretKeys.get(text.name()), environment);
                Key key = key(text.name(), keys.getOrDefault(text.name(), List.of()), environment);
                put(key, text.value(present.get(key)), values);
            }
            return new Configuration(values);
        }

        private static void refuseSecret(String name, Key secret, String environment) {
            if (secret != null) {
                throw new Failure(
                        Failure.Kind.RULE,
                        name + " stands for the secret '" + secret + "', which can't become a configuration value",
                        Advice.SET_SECRET.of(secret, environment));
            }
        }

        private static Key key(String name, List<Key> keys, String environment) {
            if (keys.size() > 1) {
                throw new Failure(
                        Failure.Kind.RULE,
                        name + " matches both '" + keys.get(0) + "' and '" + keys.get(1) + "'",
                        Advice.SET_VALUES.of(environment));
            }
            return keys.isEmpty() ? new Key(name) : keys.get(0);
        }
    }

    private static void put(Key key, Value value, Map<Key, Value> values) {
        if (values.put(key, value) != null) {
            throw Failure.usage("the key '" + key + "' is given twice", "give each key one value");
        }
    }

    /**
     * @param text what stands behind the name
     * @param guess the value it is most likely meant to be
     */
    record NamedText(String name, String text, Value guess) {
        /** The value it is where there was another; null for none. */
        private Value value(Value before) {
            if (before == null) {
                return guess;
            }
            if (before.text().equals(text)) {
                return before;
            }
            return before.isText() ? Value.ofText(text) : guess;
        }
    }
}
