package io.github.orgctl.core.reference;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.configuration.ValuePlace;
import io.github.orgctl.core.model.configuration.ValueReference;
import io.github.orgctl.core.model.configuration.ValueTemplate;
import io.github.orgctl.core.model.organization.Environment;

/** A single pass over a template. It stops at each reference to take its value. */
final class TemplateScan {
    private final Environment environment;
    private final ValuePlace place;
    private final ValueTemplate template;
    private final boolean ofSecret;
    private final StringBuilder text = new StringBuilder();
    private Value whole;
    private int part;
    private boolean failed;

    TemplateScan(Environment environment, Key key, ValueTemplate template, boolean ofSecret) {
        this.environment = environment;
        this.place = new ValuePlace(environment.id(), key);
        this.template = template;
        this.ofSecret = ofSecret;
    }

    Environment environment() {
        return environment;
    }

    ValuePlace place() {
        return place;
    }

    boolean isOfSecret() {
        return ofSecret;
    }

    String name() {
        return environment.reference() + "/" + place.key();
    }

    /** The next reference, or null at the end. */
    ValueReference next() {
        while (part < template.parts().size()) {
            ValueTemplate.Part next = template.parts().get(part);
            if (next.reference() != null) {
                return next.reference();
            }
            text.append(next.text());
            part++;
        }
        return null;
    }

    /**
     * Sets the value of the current reference. It keeps its type if the reference is the whole template, and is inserted
     * as text otherwise.
     *
     * @throws Unresolved if a list or an object would be inserted as text
     */
    void take(Value value) throws Unresolved {
        if (template.alone() != null) {
            whole = value;
        } else if (value.isList() || value.isObject()) {
            throw new Unresolved("which is " + (value.isList() ? "a list" : "an object") + " within a text");
        } else if (text.length() <= Value.MAX_BYTES) {
            text.append(value.text());
        }
        part++;
    }

    /** Skips a reference without a value. */
    void fail() {
        failed = true;
        part++;
    }

    /**
     * The resolved value, or null if a reference has no value.
     *
     * @throws io.github.orgctl.core.model.value.Failure USAGE if it is longer than a value may be
     */
    Value result() {
        if (failed) {
            return null;
        }
        return whole == null ? Value.ofText(text.toString()) : whole;
    }
}
