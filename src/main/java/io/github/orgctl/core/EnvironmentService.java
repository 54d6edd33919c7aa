package io.github.orgctl.core;

import io.github.orgctl.core.model.Configuration;
import io.github.orgctl.core.model.Environment;
import io.github.orgctl.core.model.EnvironmentDetails;
import io.github.orgctl.core.model.EnvironmentReference;
import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.Id;
import io.github.orgctl.core.model.KeyChange;
import io.github.orgctl.core.model.Lock;
import io.github.orgctl.core.model.Page;
import io.github.orgctl.core.model.Revision;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.core.port.Tx;
import java.util.List;

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
     * @param revision that the configuration is to be of, or null for the present one
     * @throws Failure NOT_FOUND when it never had this revision
     */
    public EnvironmentDetails show(EnvironmentReference reference, Long revision) {
        Environment environment = resolver.environment(reference).at(writer.now());
        return new EnvironmentDetails(environment, configuration(environment, revision));
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
     * What changed from one revision of an environment to another.
     *
     * @param to null for the present one
     * @throws Failure NOT_FOUND when it never had one of them
     */
    public List<KeyChange> changes(EnvironmentReference reference, long from, Long to) {
        Environment environment = resolver.environment(reference);
        return configuration(environment, from).changesTo(configuration(environment, to));
    }

    /** What one environment would have to change to have the configuration of another. */
    public List<KeyChange> difference(EnvironmentReference from, EnvironmentReference to) {
        Configuration first = tx.configurations().current(resolver.environment(from).id());
        Configuration second = tx.configurations().current(resolver.environment(to).id());
        return first.changesTo(second);
    }

    /**
     * Makes a new revision whose configuration is that of an earlier one. Secrets stay as they are.
     *
     * @throws Failure NOT_FOUND when it never had that revision
     */
    public Revised rollback(Edit edit, long to) {
        Environment environment = writer.writable(edit);
        return writer.write(
                environment, tx.configurations().current(environment.id()), configuration(environment, to), edit);
    }

    /** Refuses every change of the environment until the lock ends. A lock that holds already is replaced. */
    public Change<Environment> lock(Edit edit, Lock lock) {
        Environment environment = resolver.writableEnvironment(edit.environment());
        if (lock.until() != null && !lock.until().isAfter(writer.now())) {
            throw Failure.usage("the lock would have ended at " + lock.until() + " already", "choose a later --until");
        }
        return locked(environment, lock);
    }

    /** Lifts the environment's lock, if there is one. */
    public Change<Environment> unlock(Edit edit) {
        return locked(resolver.writableEnvironment(edit.environment()), null);
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
