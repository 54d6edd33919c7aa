package io.github.orgctl.core.document;

import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.port.Tx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Exports everything visible to the acting identity as documents, sorted and without secret values. */
final class DocumentExport {
    private final Tx tx;
    private final Resolver resolver;
    private final Access access;
    private final BillingExport billing;
    private final boolean withIds;
    private final Mode only;

    /**
     * @param only the only mode to export, or null for both
     */
    DocumentExport(UnitOfWork work, boolean withIds, Mode only) {
        this.tx = work.tx();
        this.resolver = work.resolver();
        this.access = work.access();
        this.billing = new BillingExport(work);
        this.withIds = withIds;
        this.only = only;
    }

    /** All visible organizations, or the one that the command names. */
    DocumentSet all() {
        List<OrganizationDocument> organizations = new ArrayList<>();
        List<ProjectDocument> projects = new ArrayList<>();
        AccessScope scope = resolver.asked(Action.ORG_SHOW);
        List<Organization> found = new ArrayList<>();
        tx.organizations().list(scope, new Page<>(null, null, null), false).forEach(found::add);
        for (Organization organization : found) {
            access.require(Action.ORG_SHOW, Target.of(organization));
            organizations.add(document(organization));
            projects.addAll(projects(organization));
        }
        organizations.sort(Comparator.comparing(document -> document.slug().value()));
        projects.sort(Comparator.comparing(ProjectDocument::address));
        boolean ofStore = !resolver.context().organizationIsGiven();
        return new DocumentSet(
                ofStore ? billing.issuer() : null, ofStore ? billing.pricePlans() : List.of(), organizations, projects);
    }

    DocumentSet of(ProjectReference reference) {
        Project project = resolver.project(reference, Action.PROJECT_SHOW);
        return DocumentSet.of(List.of(), List.of(document(project, environments(project.organizationId()))));
    }

    private OrganizationDocument document(Organization organization) {
        boolean whole = access.permits(Action.MEMBER_LIST, Target.of(organization));
        return new OrganizationDocument(
                organization.slug(),
                withIds ? organization.id() : null,
                null,
                organization.name(),
                organization.websiteUrl(),
                organization.description(),
                organization.liveWrites(),
                whole ? members(organization) : null,
                access.permits(Action.BILLING_SHOW, Target.of(organization)) ? billing.account(organization) : null,
                access.scope().project() == null);
    }

    private List<MemberDocument> members(Organization organization) {
        List<Member> members = new ArrayList<>();
        tx.members().list(organization.id(), new Page<>(null, null, null)).forEach(members::add);
        members.sort(Comparator.comparing(member -> member.email().mailbox()));
        List<MemberDocument> documents = new ArrayList<>();
        members.forEach(member -> documents.add(new MemberDocument(member.email(), member.role())));
        return documents;
    }

    private List<ProjectDocument> projects(Organization organization) {
        List<Project> projects = new ArrayList<>();
        tx.projects()
                .list(access.scope().within(organization.id()), new Page<>(null, null, null), false)
                .forEach(projects::add);
        Map<String, Environment> environments = environments(organization.id());
        List<ProjectDocument> documents = new ArrayList<>();
        for (Project project : projects) {
            documents.add(document(project, environments));
        }
        return documents;
    }

    private Map<String, Environment> environments(Id organization) {
        Map<String, Environment> byId = new HashMap<>();
        tx.environments()
                .list(access.scope().within(organization), new Page<>(null, null, null))
                .forEach(environment -> byId.put(environment.id().value(), environment));
        return byId;
    }

    private ProjectDocument document(Project project, Map<String, Environment> environments) {
        return new ProjectDocument(
                project.organization(),
                project.slug(),
                withIds ? project.id() : null,
                null,
                project.name(),
                project.description(),
                tx.schemas().find(project.id()).orElse(null),
                document(Mode.SANDBOX, environments.get(project.sandboxId().value())),
                document(Mode.LIVE, environments.get(project.liveId().value())));
    }

    /**
     * @param environment null if it is not visible
     */
    private EnvironmentDocument document(Mode mode, Environment environment) {
        if (environment == null || only != null && only != mode) {
            return null;
        }
        access.require(Action.CONFIG_LIST, Target.of(environment));
        if (environment.isNew()) {
            return new EnvironmentDocument(Configuration.EMPTY.values(), new TreeMap<>());
        }
        NavigableMap<Key, SecretDocument> secrets = new TreeMap<>();
        for (Secret secret : tx.secrets().current(environment.id()).values()) {
            secrets.put(secret.key(), EnvironmentPlanner.document(secret));
        }
        return new EnvironmentDocument(
                tx.configurations().current(environment.id()).values(), secrets);
    }
}
