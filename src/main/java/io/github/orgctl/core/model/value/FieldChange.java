package io.github.orgctl.core.model.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One thing that an audited change changed.
 *
 * @param field its name, such as {@code role}, or the key of a value
 * @param before as text, or null where there was nothing; never the value of a secret
 * @param after as text, or null where there is nothing any more; never the value of a secret
 */
public record FieldChange(String field, String before, String after) {
    /** Something new. */
    public static FieldChange added(String field, Object after) {
        return new FieldChange(field, null, String.valueOf(after));
    }

    /** Collects what differs between two states of the same thing. */
    public static final class Collector {
        private final List<FieldChange> changes = new ArrayList<>();

        /**
         * @param before null for none
         * @param after null for none
         */
        public Collector add(String field, Object before, Object after) {
            String was = text(before);
            String is = text(after);
            if (!Objects.equals(was, is)) {
                changes.add(new FieldChange(field, was, is));
            }
            return this;
        }

        /** An empty text is no text. */
        private static String text(Object value) {
            String text = value == null ? "" : value.toString();
            return text.isEmpty() ? null : text;
        }

        public List<FieldChange> changes() {
            return changes;
        }
    }
}
