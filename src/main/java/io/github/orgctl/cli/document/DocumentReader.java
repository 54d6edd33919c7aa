package io.github.orgctl.cli.document;

import io.github.orgctl.cli.format.SourceText;
import io.github.orgctl.core.billing.IssuerChanges;
import io.github.orgctl.core.document.DocumentSet;
import io.github.orgctl.core.document.EnvironmentDocument;
import io.github.orgctl.core.document.MemberDocument;
import io.github.orgctl.core.document.OrganizationDocument;
import io.github.orgctl.core.document.PricePlanDocument;
import io.github.orgctl.core.document.ProjectDocument;
import io.github.orgctl.core.document.ProjectDocument.FormerName;
import io.github.orgctl.core.document.SecretDocument;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.SecretReference;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.WebsiteUrl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads documents, reporting all problems at once, each with its position. */
public final class DocumentReader {
    private final DocumentProblems problems;
    private final BillingReader billing;
    private final Map<String, DocumentPlace> places = new HashMap<>();
    private final List<PricePlanDocument> pricePlans = new ArrayList<>();
    private final List<OrganizationDocument> organizations = new ArrayList<>();
    private final List<ProjectDocument> projects = new ArrayList<>();

    private IssuerChanges issuer;

    private DocumentReader(DocumentProblems problems) {
        this.problems = problems;
        this.billing = new BillingReader(problems);
    }

    /** @throws Failure USAGE if there is a problem, or no document */
    public static DocumentSet read(List<SourceText> sources) {
        DocumentReader reader = new DocumentReader(new DocumentProblems());
        DocumentNodes nodes = new DocumentNodes(reader.problems);
        for (SourceText source : sources) {
            int before = nodes.documents().size();
            boolean wasSound = reader.problems.isEmpty();
            String text = source.text().startsWith("\ufeff") ? source.text().substring(1) : source.text();
            if (source.isJson()) {
                JsonDocuments.read(source.name(), text, nodes);
            } else {
                YamlDocuments.read(source.name(), text, nodes);
            }
            if (nodes.documents().size() == before && wasSound && reader.problems.isEmpty()) {
                reader.problems.add(new DocumentPlace(source.name(), 1, 1), "no document found");
            }
        }
        nodes.documents().forEach(reader::readDocument);
        reader.problems.check();
        if (sources.isEmpty()) {
            throw Failure.usage("no documents found", "documents are files ending in .yaml, .yml or .json");
        }
        return reader.documents();
    }

    /** Reads documents that are part of another file. */
    static DocumentSet read(List<DocumentNode> documents, DocumentProblems problems) {
        DocumentReader reader = new DocumentReader(problems);
        documents.forEach(reader::readDocument);
        problems.check();
        return reader.documents();
    }

    private DocumentSet documents() {
        return new DocumentSet(issuer, List.copyOf(pricePlans), List.copyOf(organizations), List.copyOf(projects));
    }

    private void readDocument(DocumentNode node) {
        if (node.kind() == DocumentNode.Kind.NULL) {
            problems.add(node.place(), "the document is empty");
            return;
        }
        if (node.kind() != DocumentNode.Kind.OBJECT) {
            problems.add(node.place(), "a document must be an object, not " + node.kind());
            return;
        }
        DocumentNode kind = node.members().get(DocumentField.KIND.jsonName());
        DocumentForm form = kind == null ? DocumentForm.ORGANIZATION : DocumentForm.ofKind(kind.text());
        if (form == null) {
            problems.add(kind.place(), "the kind must be one of " + String.join(", ", DocumentForm.kinds()));
            return;
        }
        DocumentFields fields = new DocumentFields(node, form, problems);
        checkVersion(fields);
        switch (form) {
            case PROJECT -> readProject(fields, fields.value(DocumentField.ORGANIZATION, Slug::new));
            case PRICE_PLAN -> readPricePlan(fields);
            case ISSUER -> readIssuer(fields);
            default -> readOrganization(fields);
        }
    }

    private void readPricePlan(DocumentFields fields) {
        PricePlanDocument document = billing.pricePlan(fields);
        if (document.name() != null && isFirst("the price plan " + document.name(), fields.place())) {
            pricePlans.add(document);
        }
    }

    private void readIssuer(DocumentFields fields) {
        IssuerChanges document = billing.issuer(fields);
        if (isFirst("the issuer", fields.place())) {
            issuer = document;
        }
    }

    private void checkVersion(DocumentFields fields) {
        DocumentNode version = fields.node(DocumentField.API_VERSION);
        if (version != null && !version.text().equals(DocumentField.VERSION)) {
            problems.add(version.place(), "apiVersion must be " + DocumentField.VERSION);
        }
    }

    private void readOrganization(DocumentFields fields) {
        Slug slug = fields.value(DocumentField.SLUG, Slug::new);
        List<DocumentNode> listed = fields.has(DocumentField.PROJECTS)
                ? fields.node(DocumentField.PROJECTS).items()
                : List.of();
        for (DocumentNode project : listed) {
            readProject(new DocumentFields(project, DocumentForm.LISTED_PROJECT, problems), slug);
        }
        List<MemberDocument> members =
                fields.has(DocumentField.MEMBERS) ? members(fields.node(DocumentField.MEMBERS)) : null;
        OrganizationDocument document = new OrganizationDocument(
                slug,
                fields.value(DocumentField.ID, Id::parse),
                fields.value(DocumentField.RENAMED_FROM, Slug::new),
                fields.value(DocumentField.NAME, Name::new),
                fields.value(DocumentField.WEBSITE_URL, WebsiteUrl::new),
                fields.value(DocumentField.DESCRIPTION, Description::new),
                fields.value(DocumentField.LIVE_WRITES, LiveWrites::parse),
                members,
                billing.account(fields.node(DocumentField.BILLING)),
                fields.has(DocumentField.PROJECTS));
        if (slug != null && isFirst("the organization " + slug, fields.place())) {
            organizations.add(document);
        }
    }

    private boolean isFirst(String what, DocumentPlace place) {
        DocumentPlace first = places.putIfAbsent(what, place);
        if (first != null) {
            problems.add(place, what + " is described twice, first in " + first);
        }
        return first == null;
    }

    private List<MemberDocument> members(DocumentNode list) {
        List<MemberDocument> members = new ArrayList<>();
        Map<String, DocumentPlace> mailboxes = new HashMap<>();
        for (DocumentNode item : list.items()) {
            DocumentFields fields = new DocumentFields(item, DocumentForm.MEMBER, problems);
            Email email = fields.value(DocumentField.EMAIL, Email::new);
            Role role = fields.value(DocumentField.ROLE, Role::parse);
            if (email != null && role != null) {
                DocumentPlace first = mailboxes.putIfAbsent(email.mailbox(), item.place());
                if (first != null) {
                    problems.add(item.place(), email + " is listed twice, first in line " + first.line());
                }
                members.add(new MemberDocument(email, role));
            }
        }
        return members;
    }

    /** @param organization null if invalid */
    private void readProject(DocumentFields fields, Slug organization) {
        Slug slug = fields.value(DocumentField.SLUG, Slug::new);
        ProjectDocument document = new ProjectDocument(
                organization,
                slug,
                fields.value(DocumentField.ID, Id::parse),
                fields.value(DocumentField.RENAMED_FROM, DocumentReader::formerName),
                fields.value(DocumentField.NAME, Name::new),
                fields.value(DocumentField.DESCRIPTION, Description::new),
                schema(fields),
                environment(fields.node(DocumentField.SANDBOX)),
                environment(fields.node(DocumentField.LIVE)));
        boolean named = organization != null && slug != null;
        if (named && isFirst("the project " + document.address(), fields.place())) {
            projects.add(document);
        }
    }

    private static FormerName formerName(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? new FormerName(null, new Slug(text))
                : new FormerName(new Slug(text.substring(0, slash)), new Slug(text.substring(slash + 1)));
    }

    private String schema(DocumentFields fields) {
        DocumentNode schema = fields.node(DocumentField.SCHEMA);
        if (schema == null) {
            return null;
        }
        return switch (schema.kind()) {
            case STRING -> schema.text();
            case OBJECT -> schema.json();
            default -> {
                problems.add(schema.place(), "schema must be a string or an object, not " + schema.kind());
                yield null;
            }
        };
    }

    /** @param node null if omitted */
    private EnvironmentDocument environment(DocumentNode node) {
        if (node == null) {
            return null;
        }
        DocumentFields fields = new DocumentFields(node, DocumentForm.ENVIRONMENT, problems);
        return new EnvironmentDocument(
                byKey(fields.node(DocumentField.CONFIGURATION), value -> Value.given(value.json())),
                byKey(fields.node(DocumentField.SECRETS), DocumentReader::secret));
    }

    private static SecretDocument secret(DocumentNode node) {
        if (node.kind() != DocumentNode.Kind.STRING) {
            throw Failure.usage(
                    "a secret must be a string, not " + node.kind(),
                    "env:NAME, file:PATH, cmd:COMMAND, or " + SecretDocument.STORED);
        }
        return new SecretDocument(
                node.text().equals(SecretDocument.STORED) ? null : SecretReference.parse(node.text()));
    }

    private <T> NavigableMap<Key, T> byKey(DocumentNode object, Function<DocumentNode, T> value) {
        if (object == null) {
            return null;
        }
        NavigableMap<Key, T> byKey = new TreeMap<>();
        for (Map.Entry<String, DocumentNode> member : object.members().entrySet()) {
            Key key = null;
            try {
                key = new Key(member.getKey());
            } catch (Failure failure) {
                problems.add(object.placeOf(member.getKey()), failure);
            }
            try {
                T read = value.apply(member.getValue());
                if (key != null) {
                    byKey.put(key, read);
                }
            } catch (Failure failure) {
                problems.add(member.getValue().place(), failure);
            }
        }
        return byKey;
    }
}
