package io.github.orgctl.core;

import io.github.orgctl.core.model.Configuration;
import io.github.orgctl.core.model.Description;
import io.github.orgctl.core.model.Environment;
import io.github.orgctl.core.model.EnvironmentDetails;
import io.github.orgctl.core.model.EnvironmentReference;
import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.Id;
import io.github.orgctl.core.model.Key;
import io.github.orgctl.core.model.KeyChange;
import io.github.orgctl.core.model.Lock;
import io.github.orgctl.core.model.Mode;
import io.github.orgctl.core.model.Page;
import io.github.orgctl.core.model.Project;
import io.github.orgctl.core.model.Revision;
import io.github.orgctl.core.model.Secret;
import io.github.orgctl.core.model.SecretMark;
import io.github.orgctl.core.model.Side;
import io.github.orgctl.core.model.Snapshot;
import io.github.orgctl.core.model.Until;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What can be done with environments as a whole, and the rules for it. */
public final class EnvironmentService {
    private final Tx tx;
    private final Resolver resolver;
    private final EnvironmentWriter writer;

    public EnvironmentService(Tx tx, Resolver resolver, EnvironmentWriter writer) {
        this.tx = tx;
        this.resolver = resolver;
        this.writer = writer;
    }

    /**
     * The environment with its configuration.
     *
     * @param revision that it is to be shown as of, or null for the present one; locks are no part of revisions
     * @throws Failure NOT_FOUND when it never had this revision
     */
    public EnvironmentDetails show(EnvironmentReference reference, Long revision) {
        Environment environment = resolver.environment(reference).at(writer.now());
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
     * @param allOrganizations of all organizations instead of the current one
     */
    public Listing<Environment> list(boolean allOrganizations, Page<EnvironmentReference> page) {
        Id organizationId = resolver.listed(allOrganizations);
        Environment after = page.after() == null ? null : resolver.environment(page.after());
        return tx.environments().list(organizationId, new Page<>(page.limit(), after, page.sort()));
    }

    /** The environment's changes, the last one first. */
    public Listing<Revision> history(EnvironmentReference reference, Page<Long> page) {
        Environment environment = resolver.environment(reference);
        Revision after = page.after() == null
                ? null
                : tx.configurations()
                        .findRevision(environment.id(), page.after())
                        .orElseThrow(() -> noRevision(environment, page.after()));
        return tx.configurations().history(environment.id(), new Page<>(page.limit(), after, page.sort()));
    }

    /**
     * What one side of a comparison would have to change to be the other. Secrets are compared by their marks.
     *
     * @param from a mode, or a revision; null for sandbox
     * @param to a mode, or a revision; null for live, or for the present one where the other side is a revision
     * @throws Failure USAGE when one side is a mode and the other a revision; NOT_FOUND when there is no such revision
     */
    public List<KeyChange> difference(EnvironmentReference reference, Side from, Side to) {
        boolean ofRevisions = from != null && from.revision() != null;
        if (to != null && ofRevisions != (to.revision() != null)) {
            throw Failure.usage(
                    "a revision can only be compared with another of the same environment",
                    "name two modes, or two revisions: --mode live --from 3 --to 5");
        }
        if (ofRevisions) {
            Environment environment = resolver.environment(reference);
            return snapshot(environment, from.revision())
                    .changesTo(snapshot(environment, to == null ? null : to.revision()));
        }
        Mode first = from == null ? Mode.SANDBOX : from.mode();
        Mode second = to == null ? Mode.LIVE : to.mode();
        Project project = resolver.projectOf(reference);
        return current(project, first).changesTo(current(project, second));
    }

    /** How far sandbox and live are apart in each project of the current organization. */
    public Drifts drifts() {
        Id organizationId = resolver.organization(null).id();
        return new Drifts(tx, tx.projects().list(organizationId, new Page<>(null, null, null), false));
    }

    /**
     * Makes a new revision whose configuration is that of an earlier one. Secrets stay as they are.
     *
     * @throws Failure NOT_FOUND when it never had that revision
     */
    public Rollback rollback(Edit edit, long to) {
        Environment environment = writer.writable(edit);
        Snapshot target = snapshot(environment, to);
        Snapshot present = snapshot(environment, null);
        List<Key> secrets = target.changesTo(present).stream()
                .filter(KeyChange::secret)
                .map(KeyChange::key)
                .toList();
        return new Rollback(writer.write(environment, present.values(), target.values(), edit), secrets);
    }

    /**
     * Refuses every change of the environment until the lock ends. A lock that holds already is replaced.
     *
     * @param until null for a lock that ends only when it is lifted
     * @throws Failure USAGE when there is no reason, or the end has passed
     */
    public Locking lock(EnvironmentReference reference, Description reason, Until until) {
        Environment environment = resolver.writableEnvironment(reference);
        if (reason.value().isEmpty()) {
            throw Failure.usage("a lock needs a reason", "say why others can't change it: --reason TEXT");
        }
        Instant end = until == null ? null : until.from(writer.now());
        if (end != null && !end.isAfter(writer.now())) {
            throw Failure.usage("the lock would have ended already, at " + end, "choose a later --until");
        }
        Lock before = environment.at(writer.now()).lock();
        Change<Environment> change = locked(environment, new Lock(reason, end));
        return new Locking(change.value(), change.made() ? before : null);
    }

    /** Lifts the environment's lock, if there is one. */
    public Change<Environment> unlock(EnvironmentReference reference) {
        return locked(resolver.writableEnvironment(reference), null);
    }

    private Change<Environment> locked(Environment environment, Lock lock) {
        Environment now = environment.at(writer.now());
        if (lock == null ? now.lock() == null : lock.equals(now.lock())) {
            return Change.none(now);
        }
        Environment changed = environment.locked(lock, writer.now());
        tx.environments().updateLock(changed);
        return Change.made(changed);
    }

    private Snapshot current(Project project, Mode mode) {
        Id id = mode == Mode.LIVE ? project.liveId() : project.sandboxId();
        return new Snapshot(tx.configurations().current(id), marks(tx.secrets().current(id)));
    }

    private static Map<Key, SecretMark> marks(Map<Key, Secret> secrets) {
        Map<Key, SecretMark> marks = new TreeMap<>();
        secrets.forEach((key, secret) -> marks.put(key, secret.mark()));
        return marks;
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
                environment.reference() + " has no revision " + revision + ": the newest is " + environment.revision(),
                "list them with: orgctl env history " + environment.reference());
    }
}
