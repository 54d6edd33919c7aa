package io.github.orgctl.core.document;

import io.github.orgctl.core.configuration.Approval;
import io.github.orgctl.core.configuration.EnvironmentWriter;
import io.github.orgctl.core.configuration.MissingValues;
import io.github.orgctl.core.configuration.ProjectSchemas;
import io.github.orgctl.core.kernel.Nearest;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.audit.AuditHead;
import io.github.orgctl.core.model.configuration.SecretReference;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.store.StoreIdentity;
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
 * Exports the store as documents, and applies documents to the store atomically, through the services of the individual
 * commands.
 */
public final class DocumentService {
    private final UnitOfWork work;
    private final Tx tx;
    private final ProjectSchemas schemas;
    private final EnvironmentWriter writer;
    private final SecretSource source;
    private final CredentialSource credentials;

    /**
     * @param source reads the values of external secrets
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
     * Exports everything visible to the acting identity.
     *
     * @param project the only project, or null for all organizations, or for the one that the command names
     * @param mode the only mode, or null for both
     */
    public DocumentSet export(ProjectReference project, Mode mode, boolean withIds) {
        DocumentExport export = new DocumentExport(work, withIds, mode);
        return project == null ? export.all() : export.of(project);
    }

    /**
     * Restricts documents to the organization that the command names, if any, and to a project.
     *
     * @param project null for all
     * @throws Failure NOT_FOUND if the documents don't mention it
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

    /** Plans by comparison alone, without simulating the changes. */
    public ChangePlan compare(PlanRequest request) {
        return new ChangePlanner(work, schemas, request).plan().plan();
    }

    /**
     * All differences between the store and documents, including resources that the documents lack.
     *
     * @param acknowledged accepted differences, in the format of {@link PlannedChange#acknowledgement}
     * @param until expiry of the acknowledgements; null for none
     */
    public ChangePlan drift(PlanRequest request, Set<String> acknowledged, Instant until) {
        PlanRequest all = new PlanRequest(request.documents(), EnumSet.of(ChangeGate.DELETE), request.message());
        ChangePlan plan = compare(all);
        return until != null && work.now().isBefore(until) ? plan.acknowledging(acknowledged) : plan;
    }

    /**
     * Plans by applying the documents in a transaction that is rolled back. The plan can be saved.
     *
     * @throws Failure as applying them would, except for closed gates and references without a value
     */
    public SavedPlan simulate(PlanRequest request) {
        List<AuditHead> anchors = anchors(request);
        StoreIdentity store = tx.inspection().identity();
        PlannedWork planned = new ChangePlanner(work, schemas, request).plan();
        execute(planned, request);
        return new SavedPlan(request, store, anchors, planned.plan());
    }

    /** The heads of the audit logs of all mentioned organizations, or of another one if none of them exists yet. */
    private List<AuditHead> anchors(PlanRequest request) {
        List<AuditHead> anchors = new ArrayList<>();
        for (Slug slug : request.documents().mentioned()) {
            tx.organizations()
                    .find(slug)
                    .ifPresent(found -> tx.audit().head(found.id()).ifPresent(anchors::add));
        }
        if (request.documents().describesStore()) {
            tx.audit().head(Target.STORE).ifPresent(anchors::add);
        }
        if (anchors.isEmpty()) {
            tx.organizations()
                    .list(work.access().scope(), new Page<>(1L, null, null), false)
                    .forEach(found -> tx.audit().head(found.id()).ifPresent(anchors::add));
        }
        return anchors;
    }

    /**
     * Applies a saved plan atomically.
     *
     * @return with a refusal (REFUSED) if a gate is closed or the confirmation is missing
     * @throws Failure REFUSED if the plan belongs to another store; CONFLICT if anything it changes was changed since,
     *     or the store was restored; USAGE if the command names an organization
     */
    public AppliedPlan apply(SavedPlan saved, Approval<ChangePlan> approval) {
        return carryOut(present(saved), saved.request(), approval.anything() || approval.plan() != null);
    }

    /**
     * Plans a saved plan again; the result is what it was when it was saved.
     *
     * @throws Failure as {@link #apply(SavedPlan, Approval)}
     */
    public ChangePlan compare(SavedPlan saved) {
        return present(saved).plan();
    }

    private PlannedWork present(SavedPlan saved) {
        if (work.resolver().context().organizationIsGiven()) {
            throw Failure.usage("a saved plan already says what to apply", "name no organization");
        }
        refuseOtherStore(saved);
        PlannedWork planned = new ChangePlanner(work, schemas, saved.request()).plan();
        refuseChanged(saved.plan(), planned.plan());
        return planned;
    }

    /**
     * Applies documents atomically.
     *
     * @return with a refusal (REFUSED) if a gate is closed or the confirmation is missing
     * @throws Failure CONFLICT if the plan is no longer the confirmed one
     */
    public AppliedPlan apply(PlanRequest request, Approval<ChangePlan> approval) {
        PlannedWork planned = new ChangePlanner(work, schemas, request).plan();
        if (approval.plan() != null) {
            refuseChanged(approval.plan(), planned.plan());
        }
        return carryOut(planned, request, approval.anything() || approval.plan() != null);
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
        return new AppliedPlan(plan, execute(planned, request), null);
    }

    private static AppliedPlan refused(ChangePlan plan, String message) {
        return new AppliedPlan(plan, List.of(), new Failure(Failure.Kind.REFUSED, message));
    }

    private List<AppliedPlan.Invited> execute(PlannedWork planned, PlanRequest request) {
        schemas.foresee(new ForeseenQuestions(tx).of(planned));
        return new ChangeExecutor(work, schemas, writer, credentials, planned, request.message()).run();
    }

    /** Reads all external secrets before anything is changed. */
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
        MissingValues missing = new MissingValues();
        for (SecretReference reference : references) {
            missing.collect(() -> source.read(reference));
        }
        if (!missing.messages().isEmpty()) {
            throw new Failure(
                    Failure.Kind.NOT_FOUND,
                    "secret references without a value:\n  " + String.join("\n  ", missing.messages()));
        }
    }

    private void refuseOtherStore(SavedPlan saved) {
        StoreIdentity store = tx.inspection().identity();
        if (saved.store() != null && store != null && !saved.store().id().equals(store.id())) {
            throw new Failure(
                    Failure.Kind.REFUSED, "the plan belongs to another store", "create a new plan for this store");
        }
        if (store != null
                && store.epoch() != (saved.store() == null ? 0 : saved.store().epoch())) {
            throw changed("the store was restored since the plan was made");
        }
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
        List<Precondition> preconditions = differing(before.preconditions(), now.preconditions());
        if (!preconditions.isEmpty()) {
            throw changed(preconditions.get(0).address() + " changed since the plan was made");
        }
        List<PlannedChange> changes = differing(before.changes(), now.changes());
        throw changed(changes.isEmpty() ? "the store changed" : changes.get(0).name() + " changed");
    }

    /** Elements that are in only one of the two lists. */
    private static <T> List<T> differing(List<T> before, List<T> now) {
        List<T> differing = new ArrayList<>(before);
        differing.removeAll(now);
        List<T> others = new ArrayList<>(now);
        others.removeAll(before);
        differing.addAll(others);
        return differing;
    }

    private static Failure changed(String message) {
        return new Failure(Failure.Kind.CONFLICT, message, "create a new plan");
    }
}
