package io.github.orgctl.core.model.configuration;

import io.github.orgctl.core.model.value.Failure;
import java.util.SortedMap;

/**
 * A JSON text with the members it has if it is an object. It may be longer than a value can be.
 *
 * @param json in the form that values have
 * @param members null where it is no object
 */
public record JsonTree(String json, SortedMap<String, JsonTree> members) {
    public boolean isObject() {
        return members != null;
    }

    /**
     * @throws Failure USAGE when it is longer, or nested more deeply, than a value can be
     */
    public Value value() {
        return Value.given(json);
    }
}
