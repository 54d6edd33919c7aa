package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.Host;
import io.github.orgctl.core.access.AccessService;
import io.github.orgctl.core.access.InvitationService;
import io.github.orgctl.core.access.MemberService;
import io.github.orgctl.core.access.TokenService;
import io.github.orgctl.core.audit.AuditService;
import io.github.orgctl.core.billing.BillingService;
import io.github.orgctl.core.billing.IssuerService;
import io.github.orgctl.core.billing.PriceListService;
import io.github.orgctl.core.billing.StatementService;
import io.github.orgctl.core.billing.UsageService;
import io.github.orgctl.core.configuration.ConfigurationService;
import io.github.orgctl.core.configuration.EnvironmentWriter;
import io.github.orgctl.core.configuration.ProjectSchemas;
import io.github.orgctl.core.configuration.SchemaService;
import io.github.orgctl.core.configuration.SecretService;
import io.github.orgctl.core.configuration.VariableService;
import io.github.orgctl.core.document.DocumentService;
import io.github.orgctl.core.importing.ImportService;
import io.github.orgctl.core.kernel.Context;
import io.github.orgctl.core.kernel.Credentials;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.value.Sort;
import io.github.orgctl.core.organization.EnvironmentService;
import io.github.orgctl.core.organization.OrganizationService;
import io.github.orgctl.core.organization.ProjectService;
import io.github.orgctl.core.organization.StoreService;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.core.promotion.PromotionService;
import io.github.orgctl.vault.TinkVault;

/** The core's services within one transaction, each made when a verb asks for it. */
public final class Services {
    private final UnitOfWork work;
    private final Sort sort;
    private final Host host;
    private final CommandSession session;
    private final Store.Purpose purpose;
    private ProjectSchemas projectSchemas;

    /**
     * @param sort the order a list is asked for in, or null
     * @param credentials who acts
     * @param session that the command runs in
     * @param purpose of the transaction
     */
    Services(
            Tx tx, Context context, Sort sort, Credentials credentials, CommandSession session, Store.Purpose purpose) {
        this.host = session.host();
        this.work = UnitOfWork.of(tx, host.now(), host.ids(), credentials, context);
        this.sort = sort;
        this.session = session;
        this.purpose = purpose;
    }

    /** Whether anything was changed with them, all of which leaves events. */
    boolean haveRecorded() {
        return work.hasRecorded();
    }

    /** What the command stands in. */
    public Context context() {
        return work.context();
    }

    public ImportService imports() {
        return new ImportService(organizations(), projects(), members(), invitations());
    }

    public OrganizationService organizations() {
        return new OrganizationService(work);
    }

    public ProjectService projects() {
        return new ProjectService(work);
    }

    public EnvironmentService environments() {
        return new EnvironmentService(work, writer());
    }

    public ConfigurationService configurations() {
        return new ConfigurationService(work, writer());
    }

    public VariableService variables() {
        return new VariableService(work, secrets());
    }

    public SecretService secrets() {
        boolean dryRun = purpose == Store.Purpose.DRY_RUN;
        return new SecretService(work, writer(), new TinkVault(host.keyset().toPath(), dryRun), session.references());
    }

    public DocumentService documents() {
        return new DocumentService(work, projectSchemas(), writer(), session.references(), host.credentials());
    }

    public BillingService billing() {
        return new BillingService(work);
    }

    public PriceListService plans() {
        return new PriceListService(work);
    }

    public IssuerService issuer() {
        return new IssuerService(work);
    }

    public UsageService usage() {
        return new UsageService(work);
    }

    public StatementService statements() {
        return new StatementService(work);
    }

    public PromotionService promotions() {
        return new PromotionService(work, writer(), projectSchemas());
    }

    public SchemaService schemas() {
        return new SchemaService(work, projectSchemas());
    }

    public MemberService members() {
        return new MemberService(work);
    }

    public InvitationService invitations() {
        return new InvitationService(work, host.credentials());
    }

    public AccessService access() {
        return new AccessService(work, tokens());
    }

    public TokenService tokens() {
        return new TokenService(work, host.credentials());
    }

    /** One for the whole transaction, since it remembers what it has understood. */
    private ProjectSchemas projectSchemas() {
        if (projectSchemas == null) {
            projectSchemas = new ProjectSchemas(work.tx(), session.schemas(), purpose != Store.Purpose.READ);
        }
        return projectSchemas;
    }

    private EnvironmentWriter writer() {
        return new EnvironmentWriter(work, projectSchemas(), purpose == Store.Purpose.DRY_RUN);
    }

    public AuditService audit() {
        return new AuditService(work);
    }

    /** The order a list is asked for in, or null for its own. */
    Sort sort() {
        return sort;
    }

    public StoreService store() {
        return new StoreService(work);
    }
}
