package io.github.orgctl.core.model.audit;

import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.SecretMark;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.value.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * SHA-256 over the content of an environment in canonical form: for each key in order, a line with the key,
 * {@code value} or {@code secret}, the length of the rest in characters, and the value as JSON or the secret's mark.
 * Ciphertexts are excluded, because they change when the encryption key is rotated; they are authenticated by
 * themselves.
 */
public final class EnvironmentDigest {
    private final Sha256 digest = new Sha256();

    public static String of(Configuration values, Map<Key, SecretMark> secrets) {
        Map<String, String> lines = new TreeMap<>();
        for (Map.Entry<Key, Value> value : values.values().entrySet()) {
            String path = value.getKey().path();
            lines.put(path, line(path, "value", value.getValue().stored()));
        }
        for (Map.Entry<Key, SecretMark> secret : secrets.entrySet()) {
            String path = secret.getKey().path();
            lines.put(path, line(path, "secret", secret.getValue().text()));
        }
        EnvironmentDigest digest = new EnvironmentDigest();
        for (String line : lines.values()) {
            digest.add(line);
        }
        return digest.end();
    }

    /**
     * Adds a value. Keys must be added in order.
     *
     * @param json as stored
     */
    public void addValue(String key, String json) {
        add(line(key, "value", json));
    }

    /**
     * Adds a secret. Keys must be added in order.
     *
     * @param mark the secret's mark; null if it was removed from the store
     */
    public void addSecret(String key, String mark) {
        add(line(key, "secret", mark == null ? "" : mark));
    }

    private static String line(String key, String kind, String content) {
        return key + " " + kind + " " + content.length() + " " + content + "\n";
    }

    private void add(String line) {
        digest.add(line.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the digest of all entries since the last call, and resets. */
    public String end() {
        return digest.end();
    }
}
