package io.github.orgctl.cli.document;

import java.util.List;

/** Which fields an object of a document has, in the order in which they are written. */
public enum DocumentForm {
    ORGANIZATION(
            "Organization",
            DocumentField.API_VERSION,
            DocumentField.KIND,
            DocumentField.SLUG,
            DocumentField.ID,
            DocumentField.RENAMED_FROM,
            DocumentField.NAME,
            DocumentField.WEBSITE_URL,
            DocumentField.DESCRIPTION,
            DocumentField.LIVE_WRITES,
            DocumentField.MEMBERS,
            DocumentField.PROJECTS),
    PROJECT(
            "Project",
            DocumentField.API_VERSION,
            DocumentField.KIND,
            DocumentField.ORGANIZATION,
            DocumentField.SLUG,
            DocumentField.ID,
            DocumentField.RENAMED_FROM,
            DocumentField.NAME,
            DocumentField.DESCRIPTION,
            DocumentField.SCHEMA,
            DocumentField.SANDBOX,
            DocumentField.LIVE),
    /** A project within the document of its organization. */
    LISTED_PROJECT(
            null,
            DocumentField.SLUG,
            DocumentField.ID,
            DocumentField.RENAMED_FROM,
            DocumentField.NAME,
            DocumentField.DESCRIPTION,
            DocumentField.SCHEMA,
            DocumentField.SANDBOX,
            DocumentField.LIVE),
    ENVIRONMENT(null, DocumentField.CONFIGURATION, DocumentField.SECRETS),
    MEMBER(null, DocumentField.EMAIL, DocumentField.ROLE);

    private final String kind;
    // A list that can't be changed.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<DocumentField> fields;

    DocumentForm(String kind, DocumentField... fields) {
        this.kind = kind;
        this.fields = List.of(fields);
    }

    /** What a document calls itself, or null where it is only part of one. */
    public String kind() {
        return kind;
    }

    public List<DocumentField> fields() {
        return fields;
    }

    List<String> names() {
        return fields.stream().map(DocumentField::jsonName).toList();
    }

    /** The field with this name, or null. */
    DocumentField field(String name) {
        for (DocumentField field : fields) {
            if (field.jsonName().equals(name)) {
                return field;
            }
        }
        return null;
    }
}
