package io.github.orgctl.core.model.configuration;

import io.github.orgctl.core.model.value.Failure;
import java.util.SortedMap;

/**
 * A JSON text with the members it has if it is an object. It may be longer than a value can be.
 *
 * @param json in the form that values have
 * @param members null where it is no object
 * @param source the characters that a scalar was written with; null for a list, an object and null
 * @param line where it begins in its document, or 0 where there is none
 */
public record JsonTree(String json, SortedMap<String, JsonTree> members, String source, int line) {
    /** One that was not read from a document. */
    public JsonTree(String json, SortedMap<String, JsonTree> members) {
        this(json, members, null, 0);
    }

    /** The same as it stands in a line of a document. */
    public JsonTree in(int place) {
        return new JsonTree(json, members, source, place);
    }

    public boolean isObject() {
        return members != null;
    }

    /** Whether it stands for a template. */
    public boolean isTemplate() {
        return isObject() && Value.isTemplate(json);
    }

    /**
     * @throws Failure USAGE when it is longer, or nested more deeply, than a value can be
     */
    public Value value() {
        return Value.given(json);
    }
}
