package io.github.orgctl.core.document;

import io.github.orgctl.core.configuration.EnvironmentWriter;
import io.github.orgctl.core.configuration.ProjectSchemas;
import io.github.orgctl.core.kernel.Nearest;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.audit.AuditHead;
import io.github.orgctl.core.model.configuration.SecretReference;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.CredentialSource;
import io.github.orgctl.core.port.SecretSource;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Describes the store as documents, and makes it what documents say: all of it or nothing, through the services that single
 * commands use.
 */
public final class DocumentService {
    private final UnitOfWork work;
    private final Tx tx;
    private final ProjectSchemas schemas;
    private final EnvironmentWriter writer;
    private final SecretSource source;
    private final CredentialSource credentials;

    /**
     * @param source what reads the values that secrets refer to
     */
    public DocumentService(
            UnitOfWork work,
            ProjectSchemas schemas,
            EnvironmentWriter writer,
            SecretSource source,
            CredentialSource credentials) {
        this.work = work;
        this.tx = work.tx();
        this.schemas = schemas;
        this.writer = writer;
        this.source = source;
        this.credentials = credentials;
    }

    /**
     * What the acting identity sees, as documents.
     *
     * @param project the only project, or null for all organizations, or the one that the command names
     * @param mode the only mode, or null for both
     */
    public DocumentSet export(ProjectReference project, Mode mode, boolean withIds) {
        DocumentExport export = new DocumentExport(work, withIds, mode);
        return project == null ? export.all() : export.of(project);
    }

    /**
     * The part of documents that is about one organization, where the command itself names one, and about one project.
     *
     * @param project null for all
     * @throws Failure NOT_FOUND when the documents don't mention it
     */
    public DocumentSet scoped(DocumentSet documents, ProjectReference project) {
        OrganizationReference organization = work.resolver().context().organizationIsGiven()
                ? work.resolver().context().organization()
                : null;
        if (project instanceof ProjectReference.BySlug bySlug && bySlug.organization() != null) {
            organization = bySlug.organization();
        }
        DocumentSet scoped = organization == null ? documents : documents.within(slug(documents, organization));
        return project == null ? scoped : withProject(scoped, project);
    }

    private Slug slug(DocumentSet documents, OrganizationReference reference) {
        Slug slug = reference instanceof OrganizationReference.BySlug bySlug
                ? bySlug.slug()
                : work.resolver().organization(reference, Action.ORG_SHOW).slug();
        if (!documents.mentioned().contains(slug)) {
            List<String> mentioned =
                    documents.mentioned().stream().map(Slug::value).toList();
            throw new Failure(
                    Failure.Kind.NOT_FOUND,
                    "the documents don't mention the organization " + slug,
                    Nearest.question(slug.value(), mentioned));
        }
        return slug;
    }

    private DocumentSet withProject(DocumentSet documents, ProjectReference reference) {
        Slug slug = reference instanceof ProjectReference.BySlug bySlug
                ? bySlug.slug()
                : work.resolver().project(reference, Action.PROJECT_SHOW).slug();
        DocumentSet scoped = documents.withProject(slug);
        if (scoped.isEmpty()) {
            List<String> mentioned = documents.projects().stream()
                    .map(document -> document.slug().value())
                    .toList();
            throw new Failure(
                    Failure.Kind.NOT_FOUND,
                    "the documents don't mention the project " + reference,
                    Nearest.question(slug.value(), mentioned));
        }
        if (scoped.projects().size() > 1) {
            List<String> addresses =
                    scoped.projects().stream().map(ProjectDocument::address).toList();
            throw Failure.usage(
                    "the documents mention several projects " + reference + ": " + String.join(", ", addresses),
                    "name the organization as well");
        }
        return scoped;
    }

    /** What applying documents would do, as far as comparing tells. */
    public ChangePlan compare(PlanRequest request) {
        return new ChangePlanner(work, schemas, request).plan().plan();
    }

    /**
     * Everything in which the store differs from documents, what they lack included.
     *
     * @param acknowledged differences that are accepted, as {@link PlannedChange#acknowledgement} spells them
     * @param until when they no longer are; null for none
     */
    public ChangePlan drift(PlanRequest request, Set<String> acknowledged, Instant until) {
        PlanRequest all = new PlanRequest(request.documents(), EnumSet.of(ChangeGate.DELETE), request.message());
        ChangePlan plan = compare(all);
        return until != null && work.now().isBefore(until) ? plan.acknowledging(acknowledged) : plan;
    }

    /**
     * What applying documents would do, tried out in a transaction that is rolled back, as a plan that can be kept.
     *
     * @throws Failure whatever applying them would throw, closed gates and references without a value aside
     */
    public SavedPlan simulate(PlanRequest request) {
        List<AuditHead> anchors = anchors(request);
        PlannedWork planned = new ChangePlanner(work, schemas, request).plan();
        execute(planned, request);
        return new SavedPlan(request, anchors, planned.plan());
    }

    /** Where the audit logs of all organizations that are mentioned end, or of some other where none exists yet. */
    private List<AuditHead> anchors(PlanRequest request) {
        List<AuditHead> anchors = new ArrayList<>();
        for (Slug slug : request.documents().mentioned()) {
            tx.organizations()
                    .find(slug)
                    .ifPresent(found -> tx.audit().head(found.id()).ifPresent(anchors::add));
        }
        if (anchors.isEmpty()) {
            tx.organizations()
                    .list(work.access().scope(), new Page<>(1L, null, null), false)
                    .forEach(found -> tx.audit().head(found.id()).ifPresent(anchors::add));
        }
        return anchors;
    }

    /**
     * Carries a kept plan out, all of it or nothing.
     *
     * @return with a refusal (REFUSED) when a gate is closed
     * @throws Failure REFUSED when it belongs to another store; CONFLICT when anything that it changes was changed since, or
     *     the store was restored; USAGE when the command names an organization
     */
    public AppliedPlan apply(SavedPlan saved) {
        if (work.resolver().context().organizationIsGiven()) {
            throw Failure.usage("a saved plan already says what to apply", "name no organization");
        }
        refuseOtherStore(saved);
        PlannedWork planned = new ChangePlanner(work, schemas, saved.request()).plan();
        refuseChanged(saved.plan(), planned.plan());
        return carryOut(planned, saved.request(), true);
    }

    /**
     * Carries documents out, all of them or nothing.
     *
     * @param agreed the plan that somebody saw and agreed to, or null where none was shown
     * @param anything whether whatever it turns out to be is agreed to
     * @return with a refusal (REFUSED) when a gate is closed or nobody agreed
     * @throws Failure CONFLICT when the plan is no longer the one agreed to
     */
    public AppliedPlan apply(PlanRequest request, ChangePlan agreed, boolean anything) {
        PlannedWork planned = new ChangePlanner(work, schemas, request).plan();
        if (agreed != null) {
            refuseChanged(agreed, planned.plan());
        }
        return carryOut(planned, request, anything || agreed != null);
    }

    private AppliedPlan carryOut(PlannedWork planned, PlanRequest request, boolean agreed) {
        ChangePlan plan = planned.plan();
        if (!plan.closed().isEmpty()) {
            String gates =
                    plan.closed().size() == 1 ? "a closed gate" : plan.closed().size() + " closed gates";
            return refused(plan, "refused by " + gates + ": nothing was changed");
        }
        if (!agreed && !plan.isEmpty()) {
            return refused(plan, "not confirmed: nothing was changed");
        }
        readReferences(planned);
        execute(planned, request);
        return new AppliedPlan(plan, null);
    }

    private static AppliedPlan refused(ChangePlan plan, String message) {
        return new AppliedPlan(plan, new Failure(Failure.Kind.REFUSED, message));
    }

    private void execute(PlannedWork planned, PlanRequest request) {
        schemas.foresee(new ForeseenQuestions(tx).of(planned));
        new ChangeExecutor(work, schemas, writer, credentials, planned, request.message()).run();
    }

    /** Reads everything that secrets are to refer to, before anything is changed. */
    private void readReferences(PlannedWork planned) {
        Set<SecretReference> references = new LinkedHashSet<>();
        for (PlannedWork.OfProject project : planned.projects()) {
            for (PlannedWork.OfEnvironment environment : project.environments()) {
                references.addAll(environment.references().values());
            }
        }
        if (references.isEmpty()) {
            return;
        }
        source.announce(references);
        List<String> missing = new ArrayList<>();
        for (SecretReference reference : references) {
            try {
                source.read(reference);
            } catch (Failure failure) {
                if (failure.kind() != Failure.Kind.NOT_FOUND) {
                    throw failure;
                }
                missing.add(failure.getMessage());
            }
        }
        if (!missing.isEmpty()) {
            throw new Failure(
                    Failure.Kind.NOT_FOUND, "secret references without a value:\n  " + String.join("\n  ", missing));
        }
    }

    private void refuseOtherStore(SavedPlan saved) {
        for (AuditHead anchor : saved.anchors()) {
            AuditHead head = tx.audit().head(anchor.organizationId()).orElse(null);
            if (head == null) {
                throw new Failure(
                        Failure.Kind.REFUSED,
                        "the plan belongs to another store: this store has no organization " + anchor.organizationId(),
                        "create a new plan for this store");
            }
            boolean isThere = head.sequence() >= anchor.sequence()
                    && tx.audit()
                            .find(anchor.organizationId(), anchor.sequence())
                            .filter(event -> event.hash().equals(anchor.hash()))
                            .isPresent();
            if (!isThere) {
                throw changed("the store was restored since the plan was made");
            }
        }
    }

    private static void refuseChanged(ChangePlan before, ChangePlan now) {
        if (before.doesSameAs(now)) {
            return;
        }
        List<Precondition> differing = new ArrayList<>(before.preconditions());
        differing.removeAll(now.preconditions());
        List<Precondition> others = new ArrayList<>(now.preconditions());
        others.removeAll(before.preconditions());
        differing.addAll(others);
        if (differing.isEmpty()) {
            List<PlannedChange> changes = new ArrayList<>(before.changes());
            changes.removeAll(now.changes());
            changes.addAll(now.changes());
            changes.removeAll(before.changes());
            throw changed(
                    changes.isEmpty() ? "the store changed" : changes.get(0).name() + " changed");
        }
        throw changed(differing.get(0).address() + " changed since the plan was made");
    }

    private static Failure changed(String message) {
        return new Failure(Failure.Kind.CONFLICT, message, "create a new plan");
    }
}
