package io.github.orgctl.core.organization;

import io.github.orgctl.core.configuration.Edit;
import io.github.orgctl.core.configuration.EnvironmentWriter;
import io.github.orgctl.core.configuration.RestoredSecrets;
import io.github.orgctl.core.configuration.SecretVersionService;
import io.github.orgctl.core.configuration.WritableEnvironment;
import io.github.orgctl.core.kernel.AuditTrail;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.EnvironmentDetails;
import io.github.orgctl.core.model.configuration.Revision;
import io.github.orgctl.core.model.configuration.Snapshot;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Lock;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.promotion.Comparison;
import io.github.orgctl.core.model.promotion.Side;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Until;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.core.promotion.Drifts;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Operations on whole environments, with their rules. */
public final class EnvironmentService {
    private final Tx tx;
    private final Resolver resolver;
    private final EnvironmentWriter writer;
    private final SecretVersionService versions;
    private final AuditTrail trail;
    private final Instant now;

    /**
     * @param versions restores secrets
     */
    public EnvironmentService(UnitOfWork work, EnvironmentWriter writer, SecretVersionService versions) {
        this.versions = versions;
        this.tx = work.tx();
        this.resolver = work.resolver();
        this.writer = writer;
        this.trail = work.trail();
        this.now = work.now();
    }

    /**
     * The environment with its configuration.
     *
     * @param revision the revision to show, or null for the current one; locks are not part of revisions
     * @throws Failure NOT_FOUND if it never had this revision
     */
    public EnvironmentDetails show(EnvironmentReference reference, Long revision) {
        Environment environment =
                resolver.environment(reference, Action.ENV_SHOW).at(now);
        Configuration configuration = configuration(environment, revision);
        boolean isPresent = revision == null || revision == environment.revision();
        return new EnvironmentDetails(isPresent ? environment : asOf(environment, revision), configuration);
    }

    private Environment asOf(Environment environment, long revision) {
        // The first revision is kept nowhere: it came with the environment.
        Instant at = tx.configurations()
                .findRevision(environment.id(), revision)
                .map(Revision::at)
                .orElse(environment.createdAt());
        return environment.asOf(revision, at);
    }

    /**
     * @param allOrganizations whether to list all organizations instead of the current one
     * @param mode null for both
     */
    public Listing<Environment> list(boolean allOrganizations, Mode mode, Page<EnvironmentReference> page) {
        AccessScope scope = resolver.listed(allOrganizations, Action.ENV_LIST).within(mode);
        Environment after = page.after() == null ? null : resolver.environment(page.after(), Action.ENV_LIST);
        return tx.environments().list(scope, new Page<>(page.limit(), after, page.sort()));
    }

    /** The revisions of an environment, newest first. */
    public Listing<Revision> history(EnvironmentReference reference, Page<Long> page) {
        Environment environment = resolver.environment(reference, Action.ENV_HISTORY);
        Revision after = page.after() == null
                ? null
                : tx.configurations()
                        .findRevision(environment.id(), page.after())
                        .orElseThrow(() -> noRevision(environment, page.after()));
        return tx.configurations().history(environment.id(), new Page<>(page.limit(), after, page.sort()));
    }

    /**
     * The differences between two modes or two revisions of a project. Secrets of two environments are compared by presence
     * and reference, because equality of their values is not revealed.
     *
     * @param from a mode, or a revision; null for sandbox
     * @param to a mode, or a revision; null for live, or for the current revision if the other side is a revision
     * @throws Failure USAGE if one side is a mode and the other a revision; NOT_FOUND if there is no such revision
     */
    public Comparison difference(EnvironmentReference reference, Side from, Side to) {
        boolean ofRevisions = from != null && from.revision() != null;
        if (to != null && ofRevisions != (to.revision() != null)) {
            throw Failure.usage("a revision can only be compared with another revision", Advice.COMPARE_REVISIONS.of());
        }
        if (ofRevisions) {
            Environment environment = resolver.environment(reference, Action.ENV_DIFF);
            long newest = to == null ? environment.revision() : to.revision();
            return compared(
                    "revision " + from.revision(),
                    snapshot(environment, from.revision()),
                    "revision " + newest,
                    snapshot(environment, newest));
        }
        Mode first = from == null ? Mode.SANDBOX : from.mode();
        Mode second = to == null ? Mode.LIVE : to.mode();
        Project project = resolver.projectOf(reference, Action.ENV_DIFF);
        return compared(first.toString(), current(project, first), second.toString(), current(project, second));
    }

    /**
     * The differences between any two environments.
     *
     * @param from a revision of the first, or null for the current one
     * @param to a revision of the second, or null for the current one
     * @throws Failure NOT_FOUND if there is no such revision
     */
    public Comparison difference(EnvironmentReference first, Long from, EnvironmentReference second, Long to) {
        Environment left = resolver.environment(first, Action.ENV_DIFF);
        Environment right = resolver.across().environment(second, Action.ENV_DIFF);
        return compared(name(left, from), snapshot(left, from), name(right, to), snapshot(right, to));
    }

    private static String name(Environment environment, Long revision) {
        return environment.reference() + (revision == null ? "" : "@" + revision);
    }

    private static Comparison compared(String leftName, Snapshot left, String rightName, Snapshot right) {
        return new Comparison(leftName, rightName, left.differencesTo(right));
    }

    /** The drift between sandbox and live in each project of the current organization. */
    public Drifts drifts() {
        Id organizationId = resolver.organization(null, Action.ENV_DIFF).id();
        return new Drifts(
                tx,
                tx.projects().list(AccessScope.EVERYTHING.within(organizationId), new Page<>(null, null, null), false));
    }

    /**
     * Plans a new revision with the values and secrets of an earlier one. Secrets whose version is no longer kept are
     * unchanged.
     *
     * @throws Failure NOT_FOUND if it never had that revision
     */
    public Rollback rollback(Edit edit, long to) {
        return rollback(writer.open(edit, Action.ENV_ROLLBACK), to);
    }

    /**
     * Plans a new revision that undoes the last one. Undoing it again restores what it undid.
     *
     * @throws Failure NOT_FOUND if there is nothing to undo
     */
    public Rollback undo(Edit edit) {
        WritableEnvironment writable = writer.open(edit, Action.ENV_UNDO);
        Environment environment = writable.environment();
        if (environment.isNew()) {
            throw nothingToUndo(environment, "is the empty environment of a new project");
        }
        Rollback rollback = rollback(writable, tx.configurations().lastChange(environment.id()) - 1);
        if (rollback.update().plan().changes().isEmpty()) {
            throw nothingToUndo(environment, "changed only secrets whose versions are no longer kept");
        }
        return rollback;
    }

    private static Failure nothingToUndo(Environment environment, String why) {
        return new Failure(
                Failure.Kind.NOT_FOUND,
                environment.reference() + " has nothing to undo: revision " + environment.revision() + " " + why,
                Advice.LIST_REVISIONS.of(environment.reference()));
    }

    private Rollback rollback(WritableEnvironment writable, long to) {
        Snapshot target = snapshot(writable.environment(), to);
        RestoredSecrets restored = versions.restore(writable, target.values(), target.secrets(), to);
        return new Rollback(restored.update(), restored.lost());
    }

    /**
     * Locks an environment against changes. Replaces an existing lock.
     *
     * @param until null for a lock without an end
     * @throws Failure USAGE if the reason is empty or the end has passed
     */
    public Locking lock(EnvironmentReference reference, Description reason, Until until) {
        Environment environment = writer.lockable(reference, Action.ENV_LOCK);
        if (reason.value().isEmpty()) {
            throw Failure.usage("a lock requires a reason", Advice.GIVE_REASON.of());
        }
        Instant end = until == null ? null : until.endOf("the lock", now);
        Change<Environment> change = locked(environment, new Lock(reason, end), Action.ENV_LOCK);
        return new Locking(change.value(), change.made() ? environment.lock() : null);
    }

    /** Unlocks an environment. Unlocking one that is not locked changes nothing. */
    public Change<Environment> unlock(EnvironmentReference reference) {
        return locked(writer.lockable(reference, Action.ENV_UNLOCK), null, Action.ENV_UNLOCK);
    }

    private Change<Environment> locked(Environment environment, Lock lock, Action action) {
        if (Objects.equals(lock, environment.lock())) {
            return Change.none(environment);
        }
        Environment changed = environment.locked(lock, now);
        tx.environments().updateLock(changed);
        trail.record(action, Target.of(environment), fields(environment.lock(), lock));
        return Change.made(changed);
    }

    private static List<FieldChange> fields(Lock before, Lock after) {
        return new FieldChange.Collector()
                .add("lock.reason", before == null ? null : before.reason(), after == null ? null : after.reason())
                .add("lock.until", before == null ? null : before.until(), after == null ? null : after.until())
                .changes();
    }

    private Snapshot current(Project project, Mode mode) {
        Id id = project.environmentId(mode);
        return Snapshot.of(tx.configurations().current(id), tx.secrets().current(id));
    }

    private Snapshot snapshot(Environment environment, Long revision) {
        Configuration values = configuration(environment, revision);
        long number = revision == null ? environment.revision() : revision;
        return new Snapshot(values, tx.secrets().marksAt(environment.id(), number));
    }

    private Configuration configuration(Environment environment, Long revision) {
        if (revision == null || revision == environment.revision()) {
            return tx.configurations().current(environment.id());
        }
        if (revision > environment.revision()) {
            throw noRevision(environment, revision);
        }
        return tx.configurations().at(environment.id(), revision);
    }

    private static Failure noRevision(Environment environment, long revision) {
        return new Failure(
                Failure.Kind.NOT_FOUND,
                environment.reference() + " has no revision " + revision + ": the latest is " + environment.revision(),
                Advice.LIST_REVISIONS.of(environment.reference()));
    }
}
