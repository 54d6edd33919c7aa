package io.github.orgctl.cli;

import io.github.orgctl.core.ConfigurationService;
import io.github.orgctl.core.Context;
import io.github.orgctl.core.EnvironmentService;
import io.github.orgctl.core.EnvironmentWriter;
import io.github.orgctl.core.OrganizationService;
import io.github.orgctl.core.ProjectSchemas;
import io.github.orgctl.core.ProjectService;
import io.github.orgctl.core.PromotionService;
import io.github.orgctl.core.Resolver;
import io.github.orgctl.core.SchemaService;
import io.github.orgctl.core.SecretService;
import io.github.orgctl.core.VariableService;
import io.github.orgctl.core.model.Sort;
import io.github.orgctl.core.port.StoreInspection;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.schema.JsonSchemas;
import io.github.orgctl.vault.OutsideSecrets;
import io.github.orgctl.vault.TinkVault;

/** The core's services within one transaction, each made when a leaf asks for it. */
public final class Services {
    private final Tx tx;
    private final Sort sort;
    private final Host host;
    private final String actor;
    private final boolean rehearsal;
    private final Resolver resolver;
    private ProjectSchemas projectSchemas;

    /**
     * @param sort the order a list is asked for in, or null
     * @param actor who makes the changes
     * @param rehearsal whether the transaction is going to be rolled back
     */
    Services(Tx tx, Context context, Sort sort, Host host, String actor, boolean rehearsal) {
        this.tx = tx;
        this.sort = sort;
        this.host = host;
        this.actor = actor;
        this.rehearsal = rehearsal;
        this.resolver = new Resolver(tx, context);
    }

    public OrganizationService organizations() {
        return new OrganizationService(tx, resolver, host.clock(), host.ids());
    }

    public ProjectService projects() {
        return new ProjectService(tx, resolver, host.clock(), host.ids());
    }

    public EnvironmentService environments() {
        return new EnvironmentService(tx, resolver, writer());
    }

    public ConfigurationService configurations() {
        return new ConfigurationService(tx, resolver, writer());
    }

    public VariableService variables() {
        return new VariableService(tx, resolver, secrets());
    }

    public SecretService secrets() {
        return new SecretService(
                tx,
                resolver,
                writer(),
                new TinkVault(host.keyset().toPath(), rehearsal),
                new OutsideSecrets(host.environment(), host.workingDirectory()));
    }

    public PromotionService promotions() {
        return new PromotionService(tx, writer(), projectSchemas());
    }

    public SchemaService schemas() {
        return new SchemaService(tx, resolver, projectSchemas(), host.clock());
    }

    /** One for the whole transaction, since it remembers what it has understood. */
    private ProjectSchemas projectSchemas() {
        if (projectSchemas == null) {
            projectSchemas = new ProjectSchemas(tx, new JsonSchemas());
        }
        return projectSchemas;
    }

    private EnvironmentWriter writer() {
        return new EnvironmentWriter(tx, resolver, host.clock(), actor, projectSchemas());
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
