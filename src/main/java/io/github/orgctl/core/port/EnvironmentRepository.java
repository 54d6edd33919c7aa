package io.github.orgctl.core.port;

import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import java.time.Instant;
import java.util.Optional;

/** Where environments are kept. Those of projects in the trash are not found. */
public interface EnvironmentRepository {
    Optional<Environment> find(Id id);

    Optional<Environment> find(Id projectId, Mode mode);

    /**
     * An environment that is locked at that time, the first by project and mode; of projects in the trash, too.
     *
     * @param projectId null for all projects of the organization
     */
    Optional<Environment> findLocked(Id organizationId, Id projectId, Instant now);

    /** Environments by organization, project and mode, sandbox first, or in the page's order. */
    Listing<Environment> list(AccessScope scope, Page<Environment> page);

    /** Writes the environment's lock, or that it has none, and the time of its change. */
    void updateLock(Environment environment);
}
