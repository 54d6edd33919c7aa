package io.github.orgctl.core.configuration;

import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.organization.EnvironmentReference;

/**
 * Which values of an environment a program gets.
 *
 * @param action what they are handed out for
 * @param only the key at or below which they have to be, or null for all
 * @param withSecrets whether the secrets are among them, wherever their values are kept
 * @param withLoaders whether {@link LoaderVariables} may be among them
 */
public record VariableSelection(
        EnvironmentReference environment, Action action, Key only, boolean withSecrets, boolean withLoaders) {
    boolean includes(Key key) {
        return only == null || only.covers(key);
    }
}
