package io.github.orgctl.core.document;

import java.util.List;

/**
 * One difference between documents and the store, and what applying the documents does about it.
 *
 * @param address such as {@code acme/website:live}
 * @param key the field or the key that differs, or null for the resource as a whole
 * @param before JSON, or null where there is nothing; for a secret what it refers to, and never its value
 * @param after JSON, or null where there is nothing
 * @param gates what must be opened for it, in their order
 */
public record PlannedChange(
        Operation operation,
        Resource resource,
        String address,
        String key,
        String before,
        String after,
        List<ChangeGate> gates) {
    /** What is done. */
    public enum Operation {
        CREATE("create"),
        UPDATE("update"),
        DELETE("delete"),
        /** Nothing: it is missing from the documents, and stays. */
        KEEP("keep"),
        /** Nothing: somebody knows of the difference and accepts it for a while. */
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

    /** What it is done to. */
    public enum Resource {
        ORGANIZATION("organization"),
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

    /** The difference as somebody acknowledges it: its name and what the store has, such as {@code acme/website:live a=1}. */
    public String acknowledgement() {
        return name() + "=" + (before == null ? "-" : before);
    }

    /** The same difference, which is left alone. */
    PlannedChange acknowledged() {
        return new PlannedChange(Operation.ACKNOWLEDGED, resource, address, key, before, after, gates);
    }

    /** The resource or key it is about, such as {@code acme/website:live api.url}. */
    public String name() {
        return key == null ? address : address + " " + key;
    }
}
