package io.github.orgctl.core.model.configuration;

import io.github.orgctl.core.model.value.Id;

/**
 * An encrypted value with what it is bound to.
 *
 * @param text what the vault made of the value
 */
public record SealedSecret(Id environmentId, Key key, String text) {}
