package io.github.orgctl.cli.document;

import io.github.orgctl.core.kernel.Nearest;
import io.github.orgctl.core.model.value.Failure;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** The fields of one object of a document that its form has, of the right kinds. Others are reported as problems. */
final class DocumentFields {
    private final DocumentProblems problems;
    private final DocumentNode node;
    private final Map<DocumentField, DocumentNode> values = new EnumMap<>(DocumentField.class);

    DocumentFields(DocumentNode node, DocumentForm form, DocumentProblems problems) {
        this.problems = problems;
        this.node = node;
        if (node.kind() != DocumentNode.Kind.OBJECT) {
            problems.add(node.place(), "must be an object, not " + node.kind());
            return;
        }
        for (Map.Entry<String, DocumentNode> member : node.members().entrySet()) {
            DocumentField field = form.field(member.getKey());
            if (field == null) {
                String question = Nearest.question(member.getKey(), form.names());
                problems.add(
                        node.placeOf(member.getKey()),
                        "unknown field '" + member.getKey() + "'" + (question == null ? "" : ": " + question));
            } else if (isRight(field, member.getValue())) {
                values.put(field, member.getValue());
            }
        }
        for (DocumentField field : form.fields()) {
            if (field.isRequired() && !node.members().containsKey(field.jsonName())) {
                problems.add(node.place(), "missing field '" + field.jsonName() + "'");
            }
        }
    }

    private boolean isRight(DocumentField field, DocumentNode value) {
        if (value.kind() == DocumentNode.Kind.NULL) {
            problems.add(
                    value.place(), field.jsonName() + " is null: omit it to keep the current value, or set a value");
            return false;
        }
        DocumentNode.Kind kind = field.content().kind();
        if (kind != null && value.kind() != kind) {
            problems.add(value.place(), field.jsonName() + " must be " + kind + ", not " + value.kind());
            return false;
        }
        return true;
    }

    DocumentPlace place() {
        return node.place();
    }

    /** The value of a field, or null if it is omitted or invalid. */
    DocumentNode node(DocumentField field) {
        return values.get(field);
    }

    boolean has(DocumentField field) {
        return values.containsKey(field);
    }

    /** The parsed value of a field, or null if it is omitted or invalid. */
    <T> T value(DocumentField field, Function<String, T> parse) {
        DocumentNode value = values.get(field);
        if (value == null) {
            return null;
        }
        try {
            return parse.apply(value.text());
        } catch (Failure failure) {
            problems.add(value.place(), failure);
            return null;
        }
    }
}
