package io.github.orgctl.core.document;

import io.github.orgctl.core.configuration.ProjectSchemas;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.organization.Organization;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Compares documents with the store, with a separate planner for each kind of resource. The order of the documents
 * doesn't matter.
 */
final class ChangePlanner {
    private final Planning planning;
    private final ProjectSchemas schemas;
    private final StoreBillingPlanner storeBilling;
    private final OrganizationPlanner organizations;
    private final BillingPlanner billing;
    private final MemberPlanner members;
    private final ProjectPlanner projects;

    ChangePlanner(UnitOfWork work, ProjectSchemas schemas, PlanRequest request) {
        DocumentTargets targets = new DocumentTargets(work, request.documents());
        this.planning = new Planning(work, request, targets, new PlanNotes(work.access()));
        this.schemas = schemas;
        this.storeBilling = new StoreBillingPlanner(planning);
        this.organizations = new OrganizationPlanner(planning);
        this.billing = new BillingPlanner(planning);
        this.members = new MemberPlanner(planning);
        this.projects = new ProjectPlanner(planning, new SchemaPlanner(planning, schemas));
    }

    /**
     * @throws io.github.orgctl.core.model.value.Failure NOT_FOUND if a reference can't be resolved; CONFLICT if
     *     documents are ambiguous; FORBIDDEN if rights are missing, listing all of them
     */
    PlannedWork plan() {
        DocumentSet documents = planning.request().documents();
        schemas.foresee(new ForeseenQuestions(planning.tx()).of(documents, planning.targets()));
        planStore(documents);
        List<OrganizationDocument> sorted = new ArrayList<>(documents.organizations());
        sorted.sort(Comparator.comparing(document -> document.slug().value()));
        for (OrganizationDocument document : sorted) {
            plan(document);
        }
        List<ProjectDocument> sortedProjects = new ArrayList<>(documents.projects());
        sortedProjects.sort(Comparator.comparing(ProjectDocument::address));
        sortedProjects.forEach(projects::plan);
        sorted.forEach(projects::planDeletions);
        planning.notes().check();
        return new PlannedWork(
                changes(),
                storeBilling.issuer(),
                storeBilling.pricePlans(),
                organizations.organizations(),
                projects.projects(),
                billing.accounts(),
                members.members(),
                projects.deleted());
    }

    private void planStore(DocumentSet documents) {
        if (documents.issuer() != null) {
            storeBilling.plan(documents.issuer());
        }
        List<PricePlanDocument> sorted = new ArrayList<>(documents.pricePlans());
        sorted.sort(Comparator.comparing(document -> document.name().value()));
        sorted.forEach(storeBilling::plan);
    }

    private void plan(OrganizationDocument document) {
        organizations.plan(document);
        Organization before = planning.targets().organization(document.slug());
        if (document.billing() != null) {
            billing.plan(document, before);
        }
        if (document.members() != null) {
            members.plan(document, before);
        }
    }

    private ChangePlan changes() {
        PlanNotes notes = planning.notes();
        return new ChangePlan(
                List.copyOf(notes.entries),
                planning.request().opened(),
                List.copyOf(notes.preconditions),
                List.copyOf(projects.deletions()));
    }
}
