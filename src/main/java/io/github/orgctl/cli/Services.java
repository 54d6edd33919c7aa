package io.github.orgctl.cli;

import io.github.orgctl.core.Context;
import io.github.orgctl.core.EnvironmentService;
import io.github.orgctl.core.OrganizationService;
import io.github.orgctl.core.ProjectService;
import io.github.orgctl.core.Resolver;
import io.github.orgctl.core.model.Sort;
import io.github.orgctl.core.port.StoreInspection;
import io.github.orgctl.core.port.Tx;

/** The core's services within one transaction, each made when a leaf asks for it. */
public final class Services {
    private final Tx tx;
    private final Sort sort;
    private final Host host;
    private final Resolver resolver;

    /**
     * @param sort the order a list is asked for in, or null
     */
    Services(Tx tx, Context context, Sort sort, Host host) {
        this.tx = tx;
        this.sort = sort;
        this.host = host;
        this.resolver = new Resolver(tx, context);
    }

    public OrganizationService organizations() {
        return new OrganizationService(tx, resolver, host.clock(), host.ids());
    }

    public ProjectService projects() {
        return new ProjectService(tx, resolver, host.clock(), host.ids());
    }

    public EnvironmentService environments() {
        return new EnvironmentService(tx, resolver);
    }

    /** The order a list is asked for in, or null for its own. */
    public Sort sort() {
        return sort;
    }

    public Resolver resolver() {
        return resolver;
    }

    public StoreInspection inspection() {
        return tx.inspection();
    }
}
