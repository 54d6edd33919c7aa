package io.github.orgctl.core.port;

import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import java.time.Instant;
import java.util.Optional;

/** Stores environments. Those of projects in the trash are not found unless stated otherwise. */
public interface EnvironmentRepository {
    Optional<Environment> find(Id id);

    Optional<Environment> find(Id projectId, Mode mode);

    /**
     * Finds the first locked environment by project and mode, including those of projects in the trash.
     *
     * @param projectId null for all projects of the organization
     */
    Optional<Environment> findLocked(Id organizationId, Id projectId, Instant now);

    /** Lists environments by organization, project and mode (sandbox first), or in the page's order. */
    Listing<Environment> list(AccessScope scope, Page<Environment> page);

    /** Updates the environment's lock, which may be none, and its update time. */
    void updateLock(Environment environment);
}
