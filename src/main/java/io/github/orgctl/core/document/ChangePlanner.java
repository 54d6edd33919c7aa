package io.github.orgctl.core.document;

import io.github.orgctl.core.configuration.KeyPolicies;
import io.github.orgctl.core.configuration.ProjectSchemas;
import io.github.orgctl.core.document.PlannedChange.Operation;
import io.github.orgctl.core.document.PlannedChange.Resource;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Sha256;
import io.github.orgctl.core.port.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares documents with the store. The order of the documents doesn't matter. */
final class ChangePlanner {
    private final Tx tx;
    private final ProjectSchemas schemas;
    private final PlanRequest request;
    private final DocumentTargets targets;
    private final PlanNotes notes;
    private final EnvironmentDigests digests;
    private final boolean deletes;
    private final List<PlannedWork.OfOrganization> organizations = new ArrayList<>();
    private final List<PlannedWork.OfProject> projects = new ArrayList<>();
    private final List<PlannedWork.OfMember> members = new ArrayList<>();
    private final List<Project> deleted = new ArrayList<>();
    private final List<ChangePlan.Deletions> deletions = new ArrayList<>();

    ChangePlanner(UnitOfWork work, ProjectSchemas schemas, PlanRequest request) {
        this.tx = work.tx();
        this.schemas = schemas;
        this.request = request;
        this.targets = new DocumentTargets(work, request.documents());
        this.digests = new EnvironmentDigests(work.tx());
        this.notes = new PlanNotes(work.access());
        this.deletes = request.opens(ChangeGate.DELETE);
    }

    /**
     * @throws io.github.orgctl.core.model.value.Failure NOT_FOUND when something that is referred to doesn't exist; CONFLICT
     *     when it is not clear what documents mean; FORBIDDEN when rights are missing, naming all of them
     */
    PlannedWork plan() {
        DocumentSet documents = request.documents();
        schemas.foresee(ForeseenQuestions.of(documents));
        List<OrganizationDocument> sorted = new ArrayList<>(documents.organizations());
        sorted.sort(Comparator.comparing(document -> document.slug().value()));
        for (OrganizationDocument document : sorted) {
            planOrganization(document);
        }
        List<ProjectDocument> sortedProjects = new ArrayList<>(documents.projects());
        sortedProjects.sort(Comparator.comparing(ProjectDocument::address));
        for (ProjectDocument document : sortedProjects) {
            planProject(document);
        }
        for (OrganizationDocument document : sorted) {
            planDeletions(document);
        }
        notes.check();
        List<Precondition> preconditions = List.copyOf(notes.preconditions);
        ChangePlan plan =
                new ChangePlan(List.copyOf(notes.entries), request.opened(), preconditions, List.copyOf(deletions));
        return new PlannedWork(plan, organizations, projects, members, deleted);
    }

    private void planOrganization(OrganizationDocument document) {
        String address = document.slug().value();
        Organization before = targets.organization(document.slug());
        if (before == null) {
            notes.require(Action.ORG_CREATE);
            requireName(document.name(), "organization", address);
            notes.add(Operation.CREATE, Resource.ORGANIZATION, address, null, null, PlanNotes.json(document.name()));
            notes.first(Resource.ORGANIZATION, address, "websiteUrl", document.websiteUrl());
            notes.first(Resource.ORGANIZATION, address, "description", document.description());
            notes.first(Resource.ORGANIZATION, address, "liveWrites", document.liveWrites());
            notes.rest(address, Precondition.ABSENT);
            organizations.add(new PlannedWork.OfOrganization(document, null));
        } else {
            planUpdate(document, before);
        }
        if (document.members() != null) {
            planMembers(document, before);
        }
    }

    private static void requireName(Name name, String noun, String address) {
        if (name == null) {
            throw Failure.usage(
                    "the " + noun + " " + address + " does not exist: its document requires a name to create it",
                    "if it was renamed, set renamedFrom to its former slug");
        }
    }

    private void planUpdate(OrganizationDocument document, Organization before) {
        String address = document.slug().value();
        int entries = notes.entries.size();
        notes.field(Resource.ORGANIZATION, address, "slug", before.slug(), document.slug());
        notes.field(Resource.ORGANIZATION, address, "name", before.name(), document.name());
        notes.field(Resource.ORGANIZATION, address, "websiteUrl", before.websiteUrl(), document.websiteUrl());
        notes.field(Resource.ORGANIZATION, address, "description", before.description(), document.description());
        notes.field(
                Resource.ORGANIZATION,
                address,
                "liveWrites",
                before.liveWrites(),
                document.liveWrites(),
                ChangeGate.ROLE_CHANGES);
        if (notes.entries.size() > entries) {
            Target target = Target.of(before);
            notes.require(Action.ORG_UPDATE, target);
            boolean liveWrites =
                    document.liveWrites() != null && !document.liveWrites().equals(before.liveWrites());
            if (liveWrites) {
                notes.require(Action.ORG_LIVE_WRITES, target);
            }
            notes.rest(address, state(before.id(), before.revision()));
            organizations.add(new PlannedWork.OfOrganization(document, before));
        }
    }

    private static String state(Id id, long revision) {
        return id + " revision " + revision;
    }

    private void planMembers(OrganizationDocument document, Organization organization) {
        Map<String, Member> present = new TreeMap<>();
        if (organization != null) {
            notes.require(Action.MEMBER_LIST, Target.of(organization));
            tx.members()
                    .list(organization.id(), new Page<>(null, null, null))
                    .forEach(member -> present.put(member.email().mailbox(), member));
        }
        Target target = organization == null ? null : Target.of(organization);
        for (MemberDocument wanted : document.members()) {
            Member before = present.remove(wanted.email().mailbox());
            if (before == null || before.role() != wanted.role()) {
                planMember(document, before, wanted, target);
            }
        }
        for (Member extra : present.values()) {
            planMember(document, extra, null, target);
        }
    }

    /**
     * @param wanted null for somebody whom the document doesn't mention
     * @param target null where the organization is created
     */
    private void planMember(OrganizationDocument document, Member before, MemberDocument wanted, Target target) {
        String mailbox =
                wanted == null ? before.email().mailbox() : wanted.email().mailbox();
        String address = document.slug() + " " + mailbox;
        Operation operation = wanted == null
                ? deletes ? Operation.DELETE : Operation.KEEP
                : before == null ? Operation.CREATE : Operation.UPDATE;
        ChangeGate[] gates = wanted != null
                ? new ChangeGate[] {ChangeGate.ROLE_CHANGES}
                : new ChangeGate[] {ChangeGate.ROLE_CHANGES, ChangeGate.DELETE};
        notes.add(
                operation,
                Resource.MEMBER,
                document.slug().value(),
                mailbox,
                before == null ? null : PlanNotes.json(before.role()),
                wanted == null ? null : PlanNotes.json(wanted.role()),
                gates);
        if (operation == Operation.KEEP) {
            return;
        }
        members.add(new PlannedWork.OfMember(document, before, wanted));
        notes.rest(
                address,
                before == null
                        ? Precondition.ABSENT
                        : before.id() + " " + before.role() + " " + before.status() + " " + before.updatedAt());
        if (target != null) {
            Action action = operation == Operation.CREATE
                    ? Action.MEMBER_INVITE
                    : operation == Operation.DELETE ? Action.MEMBER_REMOVE : Action.MEMBER_ROLE;
            Target of = before == null ? target : Target.of(before);
            notes.require(action, target);
            if (before != null) {
                notes.requireRank(before.role(), action, of);
            }
            if (wanted != null) {
                notes.requireRank(wanted.role(), action, of);
            }
        }
    }

    private void planProject(ProjectDocument document) {
        Project before = targets.project(document);
        Organization organization = targets.organization(document.organization());
        int entries = notes.entries.size();
        if (before == null) {
            if (organization != null) {
                notes.require(Action.PROJECT_CREATE, Target.of(organization));
            }
            requireName(document.name(), "project", document.address());
            notes.add(
                    Operation.CREATE,
                    Resource.PROJECT,
                    document.address(),
                    null,
                    null,
                    PlanNotes.json(document.name()));
            notes.first(Resource.PROJECT, document.address(), "description", document.description());
            notes.rest(document.address(), Precondition.ABSENT);
        } else {
            planUpdate(document, before, organization);
        }
        String schema = planSchema(document, before);
        List<PlannedWork.OfEnvironment> environments = planEnvironments(document, before, organization, schema);
        boolean keepsOnly =
                notes.entries.subList(entries, notes.entries.size()).stream().noneMatch(entry -> entry.isChange());
        if (!keepsOnly) {
            projects.add(new PlannedWork.OfProject(document, before, schema, environments));
        }
    }

    private void planUpdate(ProjectDocument document, Project before, Organization organization) {
        String address = document.address();
        int entries = notes.entries.size();
        notes.field(Resource.PROJECT, address, "slug", before.slug(), document.slug());
        notes.field(Resource.PROJECT, address, "name", before.name(), document.name());
        notes.field(Resource.PROJECT, address, "description", before.description(), document.description());
        if (notes.entries.size() > entries) {
            notes.require(Action.PROJECT_UPDATE, Target.of(before));
        }
        boolean moves = organization == null || !organization.id().equals(before.organizationId());
        if (moves) {
            notes.add(
                    Operation.UPDATE,
                    Resource.PROJECT,
                    address,
                    "organization",
                    PlanNotes.json(before.organization()),
                    PlanNotes.json(document.organization()),
                    ChangeGate.LIVE,
                    ChangeGate.ROLE_CHANGES);
            notes.require(Action.PROJECT_MOVE, Target.of(before));
            if (organization != null) {
                notes.require(Action.PROJECT_MOVE, Target.of(organization));
            }
        }
        if (notes.entries.size() > entries) {
            notes.rest(address, state(before.id(), before.revision()));
        }
    }

    /** The text of its schema then; empty where it goes, and null where it stays as it is. */
    private String planSchema(ProjectDocument document, Project before) {
        if (document.schema() == null) {
            return null;
        }
        String present = before == null ? "" : tx.schemas().find(before.id()).orElse("");
        if (present.equals(document.schema())) {
            return null;
        }
        boolean goes = document.schema().isEmpty();
        Operation operation = goes
                ? deletes ? Operation.DELETE : Operation.KEEP
                : present.isEmpty() ? Operation.CREATE : Operation.UPDATE;
        ChangeGate[] gates = goes ? new ChangeGate[] {ChangeGate.DELETE} : new ChangeGate[0];
        notes.add(
                operation,
                Resource.SCHEMA,
                document.address(),
                null,
                present.isEmpty() ? null : PlanNotes.json(present),
                goes ? null : PlanNotes.json(document.schema()),
                gates);
        if (operation == Operation.KEEP) {
            return null;
        }
        if (before != null) {
            notes.require(goes ? Action.SCHEMA_UNSET : Action.SCHEMA_SET, Target.of(before));
            notes.rest(document.address() + " schema", present.isEmpty() ? Precondition.ABSENT : Sha256.of(present));
        }
        return document.schema();
    }

    private List<PlannedWork.OfEnvironment> planEnvironments(
            ProjectDocument document, Project before, Organization organization, String schema) {
        List<PlannedWork.OfEnvironment> planned = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            EnvironmentDocument stated = document.environment(mode);
            if (stated != null && !isUnchanged(stated, before, mode, organization)) {
                String address = document.address() + ":" + mode;
                Target target = before != null
                        ? Target.of(before, mode)
                        : organization == null
                                ? null
                                : new Target(organization.id(), organization.slug(), null, mode, address);
                PlannedWork.OfEnvironment work = new EnvironmentPlanner(
                                tx, notes, deletes, address, mode, before, target, () -> policies(schema, before))
                        .plan(stated);
                if (work != null) {
                    planned.add(work);
                }
            }
        }
        return planned;
    }

    private boolean isUnchanged(EnvironmentDocument stated, Project before, Mode mode, Organization organization) {
        if (before == null || organization == null) {
            return false;
        }
        Target target = Target.of(before, mode);
        notes.require(Action.CONFIG_LIST, target);
        notes.require(Action.SECRET_LIST, target);
        return digests.isAs(stated, before, mode, request.documents().projects().size());
    }

    /**
     * Those of the schema that holds now, and of the one that comes: a document can't take the mark of a key away and change
     * it at once.
     *
     * @param schema the text of the schema then, as {@link #planSchema} has it
     */
    private KeyPolicies policies(String schema, Project before) {
        KeyPolicies present = before == null ? new KeyPolicies(List.of()) : schemas.policies(before.id());
        return schema == null || schema.isEmpty()
                ? present
                : present.and(schemas.understood(schema).policies());
    }

    private void planDeletions(OrganizationDocument document) {
        Organization organization = targets.organization(document.slug());
        if (!document.statesProjects() || organization == null) {
            return;
        }
        Collection<Project> present = targets.projectsOf(organization).values();
        notes.require(Action.PROJECT_LIST, Target.of(organization));
        long deletedBefore = deleted.size();
        for (Project project : present) {
            if (!targets.isMeant(project)) {
                planDeletion(document, project);
            }
        }
        if (deleted.size() > deletedBefore) {
            deletions.add(
                    new ChangePlan.Deletions(document.slug().value(), deleted.size() - deletedBefore, present.size()));
        }
    }

    private void planDeletion(OrganizationDocument document, Project project) {
        String address = document.slug() + "/" + project.slug();
        notes.add(
                deletes ? Operation.DELETE : Operation.KEEP,
                Resource.PROJECT,
                address,
                null,
                PlanNotes.json(project.name()),
                null,
                ChangeGate.LIVE,
                ChangeGate.DELETE);
        if (deletes) {
            notes.require(Action.PROJECT_DELETE, Target.of(project));
            notes.rest(address, state(project.id(), project.revision()));
            deleted.add(project);
        }
    }
}
