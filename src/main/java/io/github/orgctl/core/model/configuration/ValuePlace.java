package io.github.orgctl.core.model.configuration;

import io.github.orgctl.core.model.value.Id;

/** Where a value or a secret is, or would be. */
public record ValuePlace(Id environmentId, Key key) {}
