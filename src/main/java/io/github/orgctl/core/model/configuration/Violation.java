package io.github.orgctl.core.model.configuration;

import io.github.orgctl.core.model.organization.Mode;

/**
 * A way in which an environment breaks its project's schema.
 *
 * @param mode of the environment
 * @param key where: a key, a place inside a key's value such as {@code servers.0.port}, or empty for all values together
 * @param rule the keyword of the schema that is broken, such as {@code type}
 * @param message what is wrong, to be read after the key
 */
public record Violation(Mode mode, String key, String rule, String message) {
    @Override
    public String toString() {
        return (key.isEmpty() ? "all together" : "'" + key + "'") + " " + message + " (" + rule + ")";
    }
}
