package io.github.orgctl.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.configuration.Approval;
import io.github.orgctl.core.configuration.EnvironmentWriter;
import io.github.orgctl.core.configuration.ProjectSchemas;
import io.github.orgctl.core.document.ProjectDocument.FormerName;
import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.SecretChange;
import io.github.orgctl.core.model.configuration.SecretKind;
import io.github.orgctl.core.model.configuration.SecretReference;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.WebsiteUrl;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Builders of documents for tests. Everything not stated is not mentioned. */
final class Documents {
    private Documents() {}

    /** Combines drafts of organizations and projects. */
    static DocumentSet of(Object... drafts) {
        List<OrganizationDocument> organizations = new ArrayList<>();
        List<ProjectDocument> projects = new ArrayList<>();
        for (Object draft : drafts) {
            if (draft instanceof OrganizationDraft organization) {
                organizations.add(organization.document());
            } else {
                projects.add(((ProjectDraft) draft).document());
            }
        }
        return DocumentSet.of(organizations, projects);
    }

    /** The entries of a plan, such as {@code update member acme bob@example.com: "viewer" -> "admin" [role-changes]}. */
    static List<String> entries(ChangePlan plan) {
        List<String> lines = new ArrayList<>();
        for (PlannedChange each : plan.entries()) {
            lines.add(each.operation() + " " + each.resource() + " " + each.name() + ": " + each.before() + " -> "
                    + each.after() + (each.gates().isEmpty() ? "" : " " + each.gates()));
        }
        return lines;
    }

    /** A request with these gates open. */
    static PlanRequest request(Set<ChangeGate> opened, Object... drafts) {
        return new PlanRequest(of(drafts), opened, Description.NONE);
    }

    /** Plans documents with all gates open except the one for deletions. */
    static ChangePlan keeping(Acting acting, Object... drafts) {
        return compare(acting, EnumSet.complementOf(EnumSet.of(ChangeGate.DELETE)), drafts);
    }

    /** Plans documents with all gates open. */
    static ChangePlan deleting(Acting acting, Object... drafts) {
        return compare(acting, EnumSet.allOf(ChangeGate.class), drafts);
    }

    private static ChangePlan compare(Acting acting, Set<ChangeGate> opened, Object... drafts) {
        return acting.documents(Documents::anything).compare(request(opened, drafts));
    }

    /** Applies documents with all gates open, without confirmation. */
    static AppliedPlan apply(Acting acting, Object... drafts) {
        AppliedPlan applied = acting.documents(Documents::anything)
                .apply(request(EnumSet.allOf(ChangeGate.class), drafts), Approval.beforehand());
        assertThat(applied.refusal()).isNull();
        return applied;
    }

    private static String anything(SecretReference reference) {
        return "value of " + reference;
    }

    /** Sets a secret with a stored value. */
    static void storeSecret(Acting acting, String environment, String key) {
        Secret secret = new Secret(
                new Key(key), 1, SecretKind.VALUE, "sealed", "digest", false, acting.now(), acting.now(), acting.now());
        ProjectSchemas schemas = new ProjectSchemas(acting.work(), acting.memory(), true);
        new EnvironmentWriter(acting.work(), schemas, false)
                .open(Acting.edit(environment), Action.SECRET_SET)
                .write(List.of(new SecretChange(secret.key(), null, secret)));
    }

    /** The secrets of an environment as spelled in documents, such as {@code token=env:TOKEN}. */
    static List<String> secretsOf(Acting acting, Id environment) {
        List<String> secrets = new ArrayList<>();
        acting.tx()
                .secrets()
                .current(environment)
                .forEach((key, secret) -> secrets.add(
                        key + "=" + (secret.isReference() ? secret.reference().toString() : SecretDocument.STORED)));
        return secrets;
    }

    static OrganizationDraft organization(String slug) {
        return new OrganizationDraft(new Slug(slug));
    }

    /**
     * @param address such as {@code acme/website}
     */
    static ProjectDraft project(String address) {
        int slash = address.indexOf('/');
        return new ProjectDraft(new Slug(address.substring(0, slash)), new Slug(address.substring(slash + 1)));
    }

    static final class OrganizationDraft {
        private final Slug slug;
        private Id id;
        private Slug renamedFrom;
        private Name name;
        private WebsiteUrl websiteUrl;
        private Description description;
        private LiveWrites liveWrites;
        private List<MemberDocument> members;
        private boolean statesProjects;

        private OrganizationDraft(Slug slug) {
            this.slug = slug;
        }

        OrganizationDraft id(Id wanted) {
            id = wanted;
            return this;
        }

        OrganizationDraft renamedFrom(String former) {
            renamedFrom = new Slug(former);
            return this;
        }

        OrganizationDraft name(String wanted) {
            name = new Name(wanted);
            return this;
        }

        OrganizationDraft websiteUrl(String wanted) {
            websiteUrl = new WebsiteUrl(wanted);
            return this;
        }

        OrganizationDraft description(String wanted) {
            description = new Description(wanted);
            return this;
        }

        OrganizationDraft liveWrites(Role lowest) {
            liveWrites = new LiveWrites(lowest);
            return this;
        }

        OrganizationDraft noMembers() {
            members = new ArrayList<>();
            return this;
        }

        OrganizationDraft member(String email, Role role) {
            if (members == null) {
                noMembers();
            }
            members.add(new MemberDocument(new Email(email), role));
            return this;
        }

        /** States that the documents list all projects. */
        OrganizationDraft withAllProjects() {
            statesProjects = true;
            return this;
        }

        private OrganizationDocument document() {
            return new OrganizationDocument(
                    slug, id, renamedFrom, name, websiteUrl, description, liveWrites, members, null, statesProjects);
        }
    }

    static final class ProjectDraft {
        private final Slug organization;
        private final Slug slug;
        private Id id;
        private FormerName renamedFrom;
        private Name name;
        private Description description;
        private String schema;
        private EnvironmentDocument sandbox;
        private EnvironmentDocument live;

        private ProjectDraft(Slug organization, Slug slug) {
            this.organization = organization;
            this.slug = slug;
        }

        ProjectDraft id(Id wanted) {
            id = wanted;
            return this;
        }

        ProjectDraft renamedFrom(String former) {
            renamedFrom = new FormerName(null, new Slug(former));
            return this;
        }

        ProjectDraft movedFrom(String formerOrganization, String former) {
            renamedFrom = new FormerName(new Slug(formerOrganization), new Slug(former));
            return this;
        }

        ProjectDraft name(String wanted) {
            name = new Name(wanted);
            return this;
        }

        ProjectDraft description(String wanted) {
            description = new Description(wanted);
            return this;
        }

        ProjectDraft schema(String text) {
            schema = text;
            return this;
        }

        ProjectDraft sandbox(String... values) {
            sandbox = new EnvironmentDocument(values(values), null);
            return this;
        }

        ProjectDraft live(String... values) {
            live = new EnvironmentDocument(values(values), null);
            return this;
        }

        ProjectDraft sandboxSecrets(String... secrets) {
            sandbox = new EnvironmentDocument(sandbox == null ? null : sandbox.configuration(), secrets(secrets));
            return this;
        }

        ProjectDraft liveSecrets(String... secrets) {
            live = new EnvironmentDocument(live == null ? null : live.configuration(), secrets(secrets));
            return this;
        }

        private ProjectDocument document() {
            return new ProjectDocument(organization, slug, id, renamedFrom, name, description, schema, sandbox, live);
        }
    }

    /** Parses values written as {@code key=JSON}. */
    private static NavigableMap<Key, Value> values(String... values) {
        NavigableMap<Key, Value> byKey = new TreeMap<>();
        for (String each : values) {
            int sign = each.indexOf('=');
            byKey.put(new Key(each.substring(0, sign)), new Value(each.substring(sign + 1)));
        }
        return byKey;
    }

    /** Parses secrets written as {@code key=reference} or {@code key=stored}. */
    private static NavigableMap<Key, SecretDocument> secrets(String... secrets) {
        NavigableMap<Key, SecretDocument> byKey = new TreeMap<>();
        for (String each : secrets) {
            int sign = each.indexOf('=');
            String text = each.substring(sign + 1);
            SecretReference reference = text.equals(SecretDocument.STORED) ? null : SecretReference.parse(text);
            byKey.put(new Key(each.substring(0, sign)), new SecretDocument(reference));
        }
        return byKey;
    }
}
