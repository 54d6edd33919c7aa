package io.github.orgctl.core.model.configuration;

import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A text with references to values, such as {@code https://${api.host}/v1}. In front of an opening brace, each pair of
 * dollar signs is one of them, and a single one that is left opens a reference; anywhere else a dollar sign is itself.
 *
 * @param parts in their order
 */
public record ValueTemplate(List<Part> parts) {
    /**
     * A reference, or a text between references.
     *
     * @param source how the template spells a text; null for a reference
     * @param text what it stands for; null for a reference
     * @param reference null for a text
     */
    public record Part(String source, String text, ValueReference reference) {}

    /**
     * Reads a template.
     *
     * @throws Failure USAGE when a reference is malformed or not closed
     */
    public static ValueTemplate parse(String source) {
        List<Part> parts = new ArrayList<>();
        int start = 0;
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < source.length()) {
            int end = endOfDollars(source, at);
            int dollars = end - at;
            boolean escapes = dollars > 0 && end < source.length() && source.charAt(end) == '{';
            if (!escapes) {
                int next = Math.max(end, at + 1);
                text.append(source, at, next);
                at = next;
                continue;
            }
            text.append(source, at, at + dollars / 2);
            at = end;
            if (dollars % 2 == 1) {
                addText(source.substring(start, end - 1), text.toString(), parts);
                text.setLength(0);
                int close = closing(source, end);
                parts.add(new Part(null, null, ValueReference.parse(source.substring(end + 1, close))));
                at = close + 1;
                start = at;
            }
        }
        addText(source.substring(start), text.toString(), parts);
        return new ValueTemplate(parts);
    }

    private static int endOfDollars(String source, int start) {
        int end = start;
        while (end < source.length() && source.charAt(end) == '$') {
            end++;
        }
        return end;
    }

    private static int closing(String source, int open) {
        int close = source.indexOf('}', open);
        if (close < 0) {
            throw Failure.usage("the template has a '${' that is not closed", "write $${ for ${ itself");
        }
        return close;
    }

    private static void addText(String source, String text, List<Part> parts) {
        if (!source.isEmpty()) {
            parts.add(new Part(source, text, null));
        }
    }

    /** The reference that is the whole template, or null. */
    public ValueReference alone() {
        return parts.size() == 1 ? parts.get(0).reference() : null;
    }

    /** All references, in their order. */
    public List<ValueReference> references() {
        List<ValueReference> references = new ArrayList<>();
        for (Part part : parts) {
            if (part.reference() != null) {
                references.add(part.reference());
            }
        }
        return references;
    }

    /** The same template with other references in their places. */
    public ValueTemplate with(UnaryOperator<ValueReference> change) {
        List<Part> changed = new ArrayList<>(parts.size());
        for (Part part : parts) {
            changed.add(part.reference() == null ? part : new Part(null, null, change.apply(part.reference())));
        }
        return new ValueTemplate(changed);
    }

    /** As it is spelled. */
    @Override
    public String toString() {
        StringBuilder source = new StringBuilder();
        for (Part part : parts) {
            if (part.reference() == null) {
                source.append(part.source());
            } else {
                source.append("${").append(part.reference()).append('}');
            }
        }
        return source.toString();
    }
}
