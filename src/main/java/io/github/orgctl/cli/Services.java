package io.github.orgctl.cli;

import io.github.orgctl.core.Access;
import io.github.orgctl.core.AccessService;
import io.github.orgctl.core.AuditService;
import io.github.orgctl.core.AuditTrail;
import io.github.orgctl.core.BillingService;
import io.github.orgctl.core.Claim;
import io.github.orgctl.core.ConfigurationService;
import io.github.orgctl.core.Context;
import io.github.orgctl.core.EnvironmentService;
import io.github.orgctl.core.EnvironmentWriter;
import io.github.orgctl.core.InvitationService;
import io.github.orgctl.core.MemberService;
import io.github.orgctl.core.OrganizationService;
import io.github.orgctl.core.PlanService;
import io.github.orgctl.core.ProjectSchemas;
import io.github.orgctl.core.ProjectService;
import io.github.orgctl.core.PromotionService;
import io.github.orgctl.core.Resolver;
import io.github.orgctl.core.SchemaService;
import io.github.orgctl.core.SecretService;
import io.github.orgctl.core.StatementService;
import io.github.orgctl.core.StoreService;
import io.github.orgctl.core.TokenService;
import io.github.orgctl.core.UsageService;
import io.github.orgctl.core.VariableService;
import io.github.orgctl.core.model.Sort;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.schema.JsonSchemas;
import io.github.orgctl.vault.OutsideSecrets;
import io.github.orgctl.vault.TinkVault;
import java.time.Instant;

/** The core's services within one transaction, each made when a leaf asks for it. */
public final class Services {
    private final Tx tx;
    private final Sort sort;
    private final Host host;
    private final Instant now;
    private final boolean rehearsal;
    private final Access access;
    private final AuditTrail trail;
    private final Resolver resolver;
    private ProjectSchemas projectSchemas;

    /**
     * @param sort the order a list is asked for in, or null
     * @param claim who acts
     * @param rehearsal whether the transaction is going to be rolled back
     */
    Services(Tx tx, Context context, Sort sort, Host host, Claim claim, boolean rehearsal) {
        this.tx = tx;
        this.sort = sort;
        this.host = host;
        this.now = host.now();
        this.rehearsal = rehearsal;
        this.access = new Access(tx, claim, now);
        this.trail = new AuditTrail(tx, access, now, host.ids());
        this.resolver = new Resolver(tx, context, access);
    }

    public OrganizationService organizations() {
        return new OrganizationService(tx, resolver, access, trail, now, host.ids());
    }

    public ProjectService projects() {
        return new ProjectService(tx, resolver, trail, now, host.ids());
    }

    public EnvironmentService environments() {
        return new EnvironmentService(tx, resolver, writer(), trail);
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

    public BillingService billing() {
        return new BillingService(tx, resolver, trail, now);
    }

    public PlanService plans() {
        return new PlanService(tx, access, trail, now);
    }

    public UsageService usage() {
        return new UsageService(tx, resolver, access, trail, now);
    }

    public StatementService statements() {
        return new StatementService(tx, resolver, access, trail, now);
    }

    public PromotionService promotions() {
        return new PromotionService(tx, writer(), projectSchemas());
    }

    public SchemaService schemas() {
        return new SchemaService(tx, resolver, projectSchemas(), now, trail);
    }

    public MemberService members() {
        return new MemberService(tx, resolver, access, trail, now);
    }

    public InvitationService invitations() {
        return new InvitationService(tx, resolver, access, trail, now, host.ids(), host.credentials());
    }

    public AccessService access() {
        return new AccessService(tx, resolver, access, tokens());
    }

    public TokenService tokens() {
        return new TokenService(tx, resolver, access, trail, now, host.ids(), host.credentials());
    }

    /** One for the whole transaction, since it remembers what it has understood. */
    private ProjectSchemas projectSchemas() {
        if (projectSchemas == null) {
            projectSchemas = new ProjectSchemas(tx, new JsonSchemas());
        }
        return projectSchemas;
    }

    private EnvironmentWriter writer() {
        return new EnvironmentWriter(tx, resolver, access, trail, now, projectSchemas());
    }

    public AuditService audit() {
        return new AuditService(tx, resolver, access, now);
    }

    /** The order a list is asked for in, or null for its own. */
    public Sort sort() {
        return sort;
    }

    public Resolver resolver() {
        return resolver;
    }

    public StoreService store() {
        return new StoreService(tx, access);
    }
}
