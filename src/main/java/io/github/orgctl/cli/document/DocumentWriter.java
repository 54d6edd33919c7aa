package io.github.orgctl.cli.document;

import io.github.orgctl.core.billing.IssuerChanges;
import io.github.orgctl.core.document.DocumentSet;
import io.github.orgctl.core.document.EnvironmentDocument;
import io.github.orgctl.core.document.MemberDocument;
import io.github.orgctl.core.document.OrganizationDocument;
import io.github.orgctl.core.document.PricePlanDocument;
import io.github.orgctl.core.document.ProjectDocument;
import io.github.orgctl.core.model.configuration.Key;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/**
 * Converts documents to plain maps, lists and values, which {@link DocumentYaml} and {@link DocumentJson} write. Each
 * document is a map by the names of its fields, in the order of its {@link DocumentForm}.
 */
public final class DocumentWriter {
    private DocumentWriter() {}

    /**
     * Documents of the store, then of organizations with their projects, then of projects without their organization.
     */
    public static List<Map<String, Object>> nested(DocumentSet documents) {
        Map<String, List<Map<String, Object>>> listed = new LinkedHashMap<>();
        List<Map<String, Object>> all = new ArrayList<>();
        if (documents.issuer() != null) {
            all.add(of(documents.issuer()));
        }
        documents.pricePlans().forEach(each -> all.add(of(each)));
        for (OrganizationDocument organization : documents.organizations()) {
            if (organization.statesProjects()) {
                listed.put(organization.slug().value(), new ArrayList<>());
            }
            all.add(map(organization, listed.get(organization.slug().value())));
        }
        for (ProjectDocument project : documents.projects()) {
            List<Map<String, Object>> siblings =
                    listed.get(project.organization().value());
            if (siblings == null) {
                all.add(map(project, DocumentForm.PROJECT));
            } else {
                siblings.add(map(project, DocumentForm.LISTED_PROJECT));
            }
        }
        return all;
    }

    /** An organization without its projects. */
    public static Map<String, Object> of(OrganizationDocument organization) {
        return map(organization, null);
    }

    /** The issuer. */
    public static Map<String, Object> of(IssuerChanges issuer) {
        return BillingWriter.map(issuer);
    }

    /** A price plan. */
    public static Map<String, Object> of(PricePlanDocument pricePlan) {
        return BillingWriter.map(pricePlan);
    }

    /** A single project. */
    public static Map<String, Object> of(ProjectDocument project) {
        return map(project, DocumentForm.PROJECT);
    }

    private static Map<String, Object> map(OrganizationDocument organization, List<Map<String, Object>> projects) {
        Map<DocumentField, Object> values = new EnumMap<>(DocumentField.class);
        values.put(DocumentField.SLUG, organization.slug());
        values.put(DocumentField.ID, organization.id());
        values.put(DocumentField.RENAMED_FROM, organization.renamedFrom());
        values.put(DocumentField.NAME, organization.name());
        values.put(DocumentField.WEBSITE_URL, organization.websiteUrl());
        values.put(DocumentField.DESCRIPTION, organization.description());
        values.put(DocumentField.LIVE_WRITES, organization.liveWrites());
        values.put(DocumentField.MEMBERS, members(organization.members()));
        values.put(DocumentField.BILLING, BillingWriter.map(organization.billing()));
        values.put(DocumentField.PROJECTS, projects);
        return ordered(DocumentForm.ORGANIZATION, values);
    }

    private static List<Object> members(List<MemberDocument> members) {
        if (members == null) {
            return null;
        }
        List<Object> maps = new ArrayList<>();
        for (MemberDocument member : members) {
            Map<DocumentField, Object> values = new EnumMap<>(DocumentField.class);
            values.put(DocumentField.EMAIL, member.email());
            values.put(DocumentField.ROLE, member.role());
            maps.add(ordered(DocumentForm.MEMBER, values));
        }
        return maps;
    }

    private static Map<String, Object> map(ProjectDocument project, DocumentForm form) {
        Map<DocumentField, Object> values = new EnumMap<>(DocumentField.class);
        values.put(DocumentField.ORGANIZATION, project.organization());
        values.put(DocumentField.SLUG, project.slug());
        values.put(DocumentField.ID, project.id());
        values.put(DocumentField.RENAMED_FROM, project.renamedFrom());
        values.put(DocumentField.NAME, project.name());
        values.put(DocumentField.DESCRIPTION, project.description());
        values.put(DocumentField.SCHEMA, project.schema());
        values.put(DocumentField.SANDBOX, map(project.sandbox()));
        values.put(DocumentField.LIVE, map(project.live()));
        return ordered(form, values);
    }

    private static Map<String, Object> map(EnvironmentDocument environment) {
        if (environment == null) {
            return null;
        }
        Map<DocumentField, Object> values = new EnumMap<>(DocumentField.class);
        values.put(DocumentField.CONFIGURATION, byPath(environment.configuration()));
        values.put(DocumentField.SECRETS, byPath(environment.secrets()));
        return ordered(DocumentForm.ENVIRONMENT, values);
    }

    private static Map<String, Object> byPath(NavigableMap<Key, ?> values) {
        if (values == null) {
            return null;
        }
        Map<String, Object> byPath = new LinkedHashMap<>();
        values.forEach((key, value) -> byPath.put(key.path(), value));
        return byPath;
    }

    /** Sorts fields in the order of their form, and omits those without a value. */
    static Map<String, Object> ordered(DocumentForm form, Map<DocumentField, Object> values) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (DocumentField field : form.fields()) {
            Object value =
                    switch (field) {
                        case API_VERSION -> DocumentField.VERSION;
                        case KIND -> form.kind();
                        default -> values.get(field);
                    };
            if (value != null) {
                ordered.put(field.jsonName(), value);
            }
        }
        return ordered;
    }
}
