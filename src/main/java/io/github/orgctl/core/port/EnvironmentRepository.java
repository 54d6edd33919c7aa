package io.github.orgctl.core.port;

import io.github.orgctl.core.model.Environment;
import io.github.orgctl.core.model.Id;
import io.github.orgctl.core.model.Mode;
import io.github.orgctl.core.model.Page;
import java.util.Map;
import java.util.Optional;

/** Where environments are kept. Those of projects in the trash are not found. */
public interface EnvironmentRepository {
    Optional<Environment> find(Id id);

    Optional<Environment> find(Id projectId, Mode mode);

    /**
     * Environments by organization, project and mode, sandbox first, or in the page's order.
     *
     * @param organizationId of this organization only, or null for all
     */
    Listing<Environment> list(Id organizationId, Page<Environment> page);

    /** Each key of the environment's configuration with its value as JSON text, in the order of the keys. */
    Map<String, String> configuration(Id id);
}
