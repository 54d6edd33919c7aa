package io.github.orgctl.core.configuration;

import io.github.orgctl.core.kernel.Locks;
import io.github.orgctl.core.kernel.Revisions;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.value.Failure;

/**
 * The one way to change an environment, whichever command does it. What guards it stands here: live has to be named, the
 * acting identity has to have the right, a lock holds, and a stale revision is refused; then, by what changes, the rules
 * of keys, the project's schema and the gates of live.
 */
public final class EnvironmentWriter {
    private final UnitOfWork work;
    private final ProjectSchemas schemas;
    private final boolean dryRun;

    /**
     * @param dryRun whether nothing is going to be kept, which a lock does not hinder
     */
    public EnvironmentWriter(UnitOfWork work, ProjectSchemas schemas, boolean dryRun) {
        this.work = work;
        this.schemas = schemas;
        this.dryRun = dryRun;
    }

    /**
     * The environment an edit names, ready to be changed.
     *
     * @param action what is going to be done to it
     * @throws Failure REFUSED when it is live and the command does not say so, or it is locked; FORBIDDEN when the acting
     *     identity may not do that; CONFLICT when its revision is not the expected one
     */
    public WritableEnvironment open(Edit edit, Action action) {
        Environment environment = work.resolver().writableEnvironment(edit.environment(), action);
        Revisions.check(edit.expectedRevision(), environment.revision(), environment.reference());
        Environment present = dryRun ? environment.at(work.now()) : new Locks(work).unlocked(environment);
        return new WritableEnvironment(work, schemas, present, edit, action);
    }

    /** The same where a lock is collected as a problem along with others. */
    WritableEnvironment open(Edit edit, Action action, Problems problems) {
        Environment environment = work.resolver().writableEnvironment(edit.environment(), action);
        Revisions.check(edit.expectedRevision(), environment.revision(), environment.reference());
        if (!dryRun) {
            problems.collect(() -> new Locks(work).unlocked(environment));
        }
        return new WritableEnvironment(work, schemas, environment.at(work.now()), edit, action);
    }

    /** An environment whose lock is to be changed, which a lock does not hinder. */
    public Environment lockable(EnvironmentReference reference, Action action) {
        return work.resolver().writableEnvironment(reference, action).at(work.now());
    }
}
