package io.github.orgctl.core.model.configuration;

import io.github.orgctl.core.model.value.Description;

/**
 * A value of an environment with what somebody wrote about its key.
 *
 * @param note empty where there is none
 */
public record NotedValue(Key key, Value value, Description note) {}
