package io.github.orgctl.cli.document;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The fields of a kind of object in documents, in the order of output. */
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
            DocumentField.BILLING,
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
    PRICE_PLAN(
            "PricePlan",
            DocumentField.API_VERSION,
            DocumentField.KIND,
            DocumentField.PRICE_PLAN,
            DocumentField.RETIRED,
            DocumentField.CURRENCY,
            DocumentField.BASE,
            DocumentField.SEAT,
            DocumentField.SEATS_INCLUDED,
            DocumentField.METERS,
            DocumentField.SCHEDULED_PRICES),
    ISSUER(
            "Issuer",
            DocumentField.API_VERSION,
            DocumentField.KIND,
            DocumentField.ISSUER_NAME,
            DocumentField.ADDRESS,
            DocumentField.TAX_ID,
            DocumentField.BILLING_EMAIL),
    ENVIRONMENT(null, DocumentField.CONFIGURATION, DocumentField.SECRETS),
    MEMBER(null, DocumentField.EMAIL, DocumentField.ROLE),
    BILLING(
            null,
            DocumentField.PLAN,
            DocumentField.CURRENCY,
            DocumentField.SCHEDULED_TERMS,
            DocumentField.BILLING_EMAIL,
            DocumentField.LEGAL_NAME,
            DocumentField.ADDRESS,
            DocumentField.TAX_ID,
            DocumentField.TRIAL_END,
            DocumentField.PAYMENT_DAYS,
            DocumentField.DISCOUNT),
    /** Billing terms that take effect on a later day. */
    TERMS(null, DocumentField.FROM, DocumentField.PLAN, DocumentField.CURRENCY),
    /** Prices that take effect on a later day. */
    PRICES(
            null,
            DocumentField.FROM,
            DocumentField.CURRENCY,
            DocumentField.BASE,
            DocumentField.SEAT,
            DocumentField.SEATS_INCLUDED,
            DocumentField.METERS);

    private final String kind;
    // A list that can't be changed.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<DocumentField> fields;

    DocumentForm(String kind, DocumentField... fields) {
        this.kind = kind;
        this.fields = List.of(fields);
    }

    /** The {@code kind} of the document, or null for a part of a document. */
    public String kind() {
        return kind;
    }

    public List<DocumentField> fields() {
        return fields;
    }

    /** The form of a {@code kind}, or null. */
    static DocumentForm ofKind(String kind) {
        for (DocumentForm form : values()) {
            if (form.kind != null && form.kind.equals(kind)) {
                return form;
            }
        }
        return null;
    }

    /** All kinds of documents. */
    static List<String> kinds() {
        return Stream.of(values())
                .map(DocumentForm::kind)
                .filter(Objects::nonNull)
                .toList();
    }

    List<String> names() {
        return fields.stream().map(DocumentField::jsonName).toList();
    }

    /** The field with the given name, or null. */
    DocumentField field(String name) {
        for (DocumentField field : fields) {
            if (field.jsonName().equals(name)) {
                return field;
            }
        }
        return null;
    }
}
