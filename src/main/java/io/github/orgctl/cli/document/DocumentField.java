package io.github.orgctl.cli.document;

import io.github.orgctl.cli.document.DocumentNode.Kind;

/** The fields of documents, each declared once: for the reader, the writer and the published JSON Schema. */
public enum DocumentField {
    API_VERSION("apiVersion", Content.TEXT, true, "Version of the format: " + DocumentField.VERSION),
    KIND("kind", Content.TEXT, true, "What the document describes"),
    ORGANIZATION("organization", Content.SLUG, true, "Slug of the project's organization"),
    SLUG("slug", Content.SLUG, true, "Slug used in commands"),
    ID("id", Content.ID, false, "ID of an existing resource, whatever its slug"),
    RENAMED_FROM("renamedFrom", Content.FORMER_NAME, false, "Slug of an existing resource before the rename"),
    NAME("name", Content.TEXT, false, "Display name (1 to 100 characters); required to create"),
    WEBSITE_URL("websiteUrl", Content.TEXT, false, "Website address"),
    DESCRIPTION("description", Content.TEXT, false, "Description (up to 1,000 characters)"),
    LIVE_WRITES("liveWrites", Content.LIVE_WRITES, false, "Minimum role required to change live environments"),
    MEMBERS("members", Content.MEMBERS, false, "All members of the organization"),
    BILLING("billing", Content.BILLING, false, "Billing account of the organization"),
    PROJECTS("projects", Content.PROJECTS, false, "All projects of the organization"),
    EMAIL("email", Content.TEXT, true, "E-mail address of the member"),
    ROLE("role", Content.ROLE, true, "Role of the member"),
    SCHEMA("schema", Content.SCHEMA, false, "JSON Schema of the configuration, as text or object; empty for none"),
    SANDBOX("sandbox", Content.ENVIRONMENT, false, "The sandbox environment"),
    LIVE("live", Content.ENVIRONMENT, false, "The live environment"),
    CONFIGURATION("configuration", Content.VALUES, false, "All values by their keys"),
    PRICE_PLAN("name", Content.SLUG, true, "Name of the price plan"),
    RETIRED("retired", Content.BOOLEAN, false, "Whether the price plan is retired, which can't be undone"),
    ISSUER_NAME("name", Content.TEXT, false, "Legal name"),
    PLAN("plan", Content.SLUG, false, "Price plan in effect; see 'orgctl billing plan list'"),
    CURRENCY("currency", Content.CURRENCY, false, "Currency (ISO 4217 code)"),
    BASE("base", Content.DECIMAL, false, "Base price per month"),
    SEAT("seat", Content.DECIMAL, false, "Price per month for each member beyond those included"),
    SEATS_INCLUDED("seatsIncluded", Content.COUNT, false, "Number of included members"),
    METERS("meters", Content.METERS, false, "Prices of all metrics by tiers, for example 1000:free,0.02"),
    SCHEDULED_PRICES("scheduled", Content.SCHEDULED_PRICES, false, "All prices that take effect on later days"),
    SCHEDULED_TERMS(
            "scheduled",
            Content.SCHEDULED_TERMS,
            false,
            "All price plans and currencies that take effect on later days"),
    FROM("from", Content.DAY, true, "First day, for example 2027-01-01"),
    BILLING_EMAIL("email", Content.TEXT, false, "E-mail address for billing; empty for none"),
    LEGAL_NAME("legalName", Content.TEXT, false, "Legal name of the customer"),
    ADDRESS("address", Content.TEXT, false, "Postal address, may have several lines"),
    TAX_ID("taxId", Content.TEXT, false, "Tax number"),
    TRIAL_END("trialEnd", Content.OPTIONAL_DAY, false, "First billable day after the trial; empty for no trial"),
    PAYMENT_DAYS("paymentDays", Content.COUNT, false, "Payment term in days (up to 365)"),
    DISCOUNT("discount", Content.DECIMAL, false, "Discount in percent"),
    SECRETS(
            "secrets",
            Content.SECRETS,
            false,
            "All secrets by their keys: env:NAME, file:PATH, cmd:COMMAND, or 'stored' for a value that the store holds");

    /** The version of the format that is read and written. */
    public static final String VERSION = "orgctl/v1";

    /** Content of a field. */
    public enum Content {
        TEXT(Kind.STRING),
        SLUG(Kind.STRING),
        ID(Kind.STRING),
        FORMER_NAME(Kind.STRING),
        LIVE_WRITES(Kind.STRING),
        ROLE(Kind.STRING),
        SCHEMA(null),
        VALUES(Kind.OBJECT),
        SECRETS(Kind.OBJECT),
        ENVIRONMENT(Kind.OBJECT),
        BOOLEAN(Kind.BOOLEAN),
        COUNT(Kind.NUMBER),
        /** A number, or its text. */
        DECIMAL(null),
        CURRENCY(Kind.STRING),
        DAY(Kind.STRING),
        OPTIONAL_DAY(Kind.STRING),
        METERS(Kind.OBJECT),
        BILLING(Kind.OBJECT),
        SCHEDULED_PRICES(Kind.LIST),
        SCHEDULED_TERMS(Kind.LIST),
        MEMBERS(Kind.LIST),
        PROJECTS(Kind.LIST);

        private final Kind kind;

        Content(Kind kind) {
            this.kind = kind;
        }

        /** The required kind of value, or null if it varies. */
        Kind kind() {
            return kind;
        }
    }

    private final String jsonName;
    private final Content content;
    private final boolean required;
    private final String description;

    DocumentField(String jsonName, Content content, boolean required, String description) {
        this.jsonName = jsonName;
        this.content = content;
        this.required = required;
        this.description = description;
    }

    public String jsonName() {
        return jsonName;
    }

    public Content content() {
        return content;
    }

    public boolean isRequired() {
        return required;
    }

    public String description() {
        return description;
    }
}
