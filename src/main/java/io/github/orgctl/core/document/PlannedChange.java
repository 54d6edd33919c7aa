package io.github.orgctl.core.document;

import java.util.List;

/**
 * A difference between documents and the store, and what applying does about it.
 *
 * @param address for example {@code acme/website:live}
 * @param key the field or key that differs, or null for the whole resource
 * @param before JSON, or null if it doesn't exist; for a secret its reference, never its value
 * @param after JSON, or null if it is removed
 * @param gates required gates, in order
 */
public record PlannedChange(
        Operation operation,
        Resource resource,
        String address,
        String key,
        String before,
        String after,
        List<ChangeGate> gates) {
    /** Kind of change. */
    public enum Operation {
        CREATE("create"),
        UPDATE("update"),
        DELETE("delete"),
        /** No change: missing from the documents, but kept. */
        KEEP("keep"),
        /** No change: the difference is acknowledged for a limited time. */
        ACKNOWLEDGED("acknowledged");

        private final String word;

        Operation(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** Kind of resource. */
    public enum Resource {
        ISSUER("issuer"),
        PRICE_PLAN("price-plan"),
        ORGANIZATION("organization"),
        BILLING("billing"),
        MEMBER("member"),
        PROJECT("project"),
        SCHEMA("schema"),
        CONFIGURATION("configuration"),
        SECRET("secret");

        private final String word;

        Resource(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** Whether it changes the store. */
    public boolean isChange() {
        return operation != Operation.KEEP && operation != Operation.ACKNOWLEDGED;
    }

    /**
     * The text that acknowledges the difference: its name and the store's value, for example
     * {@code acme/website:live a=1}.
     */
    public String acknowledgement() {
        return name() + "=" + (before == null ? "-" : before);
    }

    /** Returns the difference as acknowledged. */
    PlannedChange acknowledged() {
        return new PlannedChange(Operation.ACKNOWLEDGED, resource, address, key, before, after, gates);
    }

    /** Name of the resource or key, for example {@code acme/website:live api.url}. */
    public String name() {
        return key == null ? address : address + " " + key;
    }
}
