package io.github.orgctl.core.document;

import io.github.orgctl.core.document.PlannedChange.Operation;
import io.github.orgctl.core.document.PlannedChange.Resource;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.configuration.Referrer;
import io.github.orgctl.core.model.configuration.ValuePlace;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.reference.BrokenReferences;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Compares projects with documents. */
final class ProjectPlanner {
    private final Planning planning;
    private final PlanNotes notes;
    private final SchemaPlanner schemas;
    private final EnvironmentDigests digests;
    private final List<PlannedWork.OfProject> projects = new ArrayList<>();
    private final List<Project> deleted = new ArrayList<>();
    private final List<ChangePlan.Deletions> deletions = new ArrayList<>();

    ProjectPlanner(Planning planning, SchemaPlanner schemas) {
        this.planning = planning;
        this.notes = planning.notes();
        this.schemas = schemas;
        this.digests = new EnvironmentDigests(planning.tx());
    }

    /** The projects to create or change, in document order. */
    List<PlannedWork.OfProject> projects() {
        return projects;
    }

    /** The projects to delete. */
    List<Project> deleted() {
        return deleted;
    }

    /** Summary of deletions by organization. */
    List<ChangePlan.Deletions> deletions() {
        return deletions;
    }

    void plan(ProjectDocument document) {
        Project before = planning.targets().project(document);
        Organization organization = planning.targets().organization(document.organization());
        int entries = notes.entries.size();
        if (before == null) {
            if (organization != null) {
                notes.require(Action.PROJECT_CREATE, Target.of(organization));
            }
            OrganizationPlanner.requireName(document.name(), "project", document.address());
            notes.add(
                    Operation.CREATE,
                    Resource.PROJECT,
                    document.address(),
                    null,
                    null,
                    PlanNotes.json(document.name()));
            notes.initial(Resource.PROJECT, document.address(), "description", document.description());
            notes.dependOn(document.address(), Precondition.ABSENT);
        } else {
            planUpdate(document, before, organization);
        }
        String schema = schemas.plan(document, before);
        List<PlannedWork.OfEnvironment> environments = planEnvironments(document, before, organization, schema);
        if (notes.changesSince(entries)) {
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
                    moveGates(document, before, organization));
            notes.require(Action.PROJECT_MOVE, Target.of(before));
            if (organization != null) {
                notes.require(Action.PROJECT_MOVE, Target.of(organization));
            }
        }
        if (notes.entries.size() > entries) {
            notes.dependOn(address, OrganizationPlanner.state(before.id(), before.revision()));
        }
    }

    private ChangeGate[] moveGates(ProjectDocument document, Project before, Organization organization) {
        Set<Id> along = planning.targets().projectsMeantFor(document.organization());
        for (Referrer referrer : new BrokenReferences(planning.work()).separated(before, organization, along)) {
            if (!isStated(document, before, referrer.place())) {
                return new ChangeGate[] {ChangeGate.LIVE, ChangeGate.ROLE_CHANGES, ChangeGate.REFERENCES};
            }
        }
        return new ChangeGate[] {ChangeGate.LIVE, ChangeGate.ROLE_CHANGES};
    }

    /** Whether the document says what a value of the project is, and so what it refers to after a move. */
    private static boolean isStated(ProjectDocument document, Project before, ValuePlace place) {
        for (Mode mode : Mode.values()) {
            EnvironmentDocument stated = document.environment(mode);
            if (stated != null
                    && stated.configuration() != null
                    && before.environmentId(mode).equals(place.environmentId())
                    && stated.configuration().containsKey(place.key())) {
                return true;
            }
        }
        return false;
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
                                planning,
                                address,
                                document.organization(),
                                mode,
                                before,
                                target,
                                () -> schemas.policies(schema, before))
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
        return digests.isAs(
                stated, before, mode, planning.request().documents().projects().size());
    }

    /** Plans to delete the projects that documents lack, or records that they are kept. */
    void planDeletions(OrganizationDocument document) {
        Organization organization = planning.targets().organization(document.slug());
        if (!document.statesProjects() || organization == null) {
            return;
        }
        Collection<Project> present =
                planning.targets().projectsOf(organization).values();
        notes.require(Action.PROJECT_LIST, Target.of(organization));
        long deletedBefore = deleted.size();
        for (Project project : present) {
            if (!planning.targets().isMeant(project)) {
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
        boolean breaks = new BrokenReferences(planning.work()).isReferredTo(project);
        notes.add(
                planning.deletes() ? Operation.DELETE : Operation.KEEP,
                Resource.PROJECT,
                address,
                null,
                PlanNotes.json(project.name()),
                null,
                breaks
                        ? new ChangeGate[] {ChangeGate.LIVE, ChangeGate.DELETE, ChangeGate.REFERENCES}
                        : new ChangeGate[] {ChangeGate.LIVE, ChangeGate.DELETE});
        if (planning.deletes()) {
            notes.require(Action.PROJECT_DELETE, Target.of(project));
            notes.dependOn(address, OrganizationPlanner.state(project.id(), project.revision()));
            deleted.add(project);
        }
    }
}
