package io.github.orgctl.core;

import io.github.orgctl.core.model.Environment;
import io.github.orgctl.core.model.EnvironmentDetails;
import io.github.orgctl.core.model.EnvironmentReference;
import io.github.orgctl.core.model.Id;
import io.github.orgctl.core.model.Page;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.core.port.Tx;

/** What can be done with environments, and the rules for it. */
public final class EnvironmentService {
    private final Tx tx;
    private final Resolver resolver;

    public EnvironmentService(Tx tx, Resolver resolver) {
        this.tx = tx;
        this.resolver = resolver;
    }

    /** The environment with its configuration. */
    public EnvironmentDetails show(EnvironmentReference reference) {
        Environment environment = resolver.environment(reference);
        return new EnvironmentDetails(environment, tx.environments().configuration(environment.id()));
    }

    /**
     * @param allOrganizations of all organizations instead of the current one
     */
    public Listing<Environment> list(boolean allOrganizations, Page<EnvironmentReference> page) {
        Id organizationId = resolver.listed(allOrganizations);
        Environment after = page.after() == null ? null : resolver.environment(page.after());
        return tx.environments().list(organizationId, new Page<>(page.limit(), after, page.sort()));
    }
}
