package io.github.orgctl.core.model.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The change of one field, as recorded in the audit log.
 *
 * @param field name of the field, such as {@code role}, or a configuration key
 * @param before previous value as text, or null; never a secret value
 * @param after new value as text, or null; never a secret value
 */
public record FieldChange(String field, String before, String after) {
    /** A field with a new value and no previous one. */
    public static FieldChange added(String field, Object after) {
        return new FieldChange(field, null, String.valueOf(after));
    }

    /** Collects the differences between two states of a resource. */
    public static final class Collector {
        private final List<FieldChange> changes = new ArrayList<>();

        /**
         * @param before may be null
         * @param after may be null
         */
        public Collector add(String field, Object before, Object after) {
            String was = text(before);
            String is = text(after);
            if (!Objects.equals(was, is)) {
                changes.add(new FieldChange(field, was, is));
            }
            return this;
        }

        /** An empty string counts as missing. */
        private static String text(Object value) {
            String text = value == null ? "" : value.toString();
            return text.isEmpty() ? null : text;
        }

        public List<FieldChange> changes() {
            return changes;
        }
    }
}
