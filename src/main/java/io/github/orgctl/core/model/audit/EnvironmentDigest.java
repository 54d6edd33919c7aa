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
 * SHA-256 over all that an environment holds, in one canonical form: for each key in their order a line with the key,
 * {@code value} or {@code secret}, the length of what follows in characters, and the value as its JSON or what stands for
 * the secret. A ciphertext is not in it, since it changes when the key of secrets does; it is authenticated by itself.
 */
public final class EnvironmentDigest {
    private final Sha256 digest = new Sha256();

    public static String of(Configuration values, Map<Key, SecretMark> secrets) {
        Map<String, String> lines = new TreeMap<>();
        for (Map.Entry<Key, Value> value : values.values().entrySet()) {
            String path = value.getKey().path();
            lines.put(path, line(path, "value", value.getValue().json()));
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
     * Adds a value that stands behind those that were added before.
     *
     * @param json as it is kept
     */
    public void addValue(String key, String json) {
        add(line(key, "value", json));
    }

    /**
     * Adds a secret that stands behind what was added before.
     *
     * @param mark what stands for it; null where somebody has removed that
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

    /** The digest of all that was added since the last end. */
    public String end() {
        return digest.end();
    }
}
