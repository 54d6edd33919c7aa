package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.host.ShownProgress;
import io.github.orgctl.core.access.AccessService;
import io.github.orgctl.core.access.DueService;
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
import io.github.orgctl.core.configuration.CopyService;
import io.github.orgctl.core.configuration.EnvironmentWriter;
import io.github.orgctl.core.configuration.NoteService;
import io.github.orgctl.core.configuration.ProjectSchemas;
import io.github.orgctl.core.configuration.RenameService;
import io.github.orgctl.core.configuration.SchemaService;
import io.github.orgctl.core.configuration.SecretCheckService;
import io.github.orgctl.core.configuration.SecretService;
import io.github.orgctl.core.configuration.SecretVersionService;
import io.github.orgctl.core.configuration.TemplateService;
import io.github.orgctl.core.configuration.VariableService;
import io.github.orgctl.core.document.DocumentService;
import io.github.orgctl.core.importing.ImportService;
import io.github.orgctl.core.kernel.Context;
import io.github.orgctl.core.kernel.Credentials;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.value.Sort;
import io.github.orgctl.core.organization.CloneService;
import io.github.orgctl.core.organization.EnvironmentService;
import io.github.orgctl.core.organization.OrganizationService;
import io.github.orgctl.core.organization.ProjectService;
import io.github.orgctl.core.port.Progress;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.core.promotion.PromotionService;
import io.github.orgctl.core.search.SearchService;
import io.github.orgctl.core.transfer.RestoreService;
import io.github.orgctl.core.transfer.StoreCopyService;
import io.github.orgctl.core.transfer.StoreService;
import io.github.orgctl.vault.TinkVault;
import java.nio.file.Path;

/** The core's services within one transaction, created on demand. */
public final class Services {
    private final UnitOfWork work;
    private final Sort sort;
    private final Host host;
    private final CommandSession session;
    private final Store.Purpose purpose;
    private ProjectSchemas projectSchemas;

    /**
     * @param sort requested sort order, or null
     * @param credentials the acting identity
     * @param session session of the command
     * @param purpose purpose of the transaction
     */
    Services(
            Tx tx, Context context, Sort sort, Credentials credentials, CommandSession session, Store.Purpose purpose) {
        this.host = session.host();
        this.work = UnitOfWork.of(tx, host.now(), host.ids(), credentials, context);
        this.sort = sort;
        this.session = session;
        this.purpose = purpose;
    }

    /** Whether anything was changed; every change writes an audit event. */
    boolean haveRecorded() {
        return work.hasRecorded();
    }

    /** The context of the command. */
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

    public CloneService clones() {
        return new CloneService(work, copies());
    }

    public EnvironmentService environments() {
        return new EnvironmentService(work, writer(), secretVersions());
    }

    public ConfigurationService configurations() {
        return new ConfigurationService(work, writer());
    }

    public CopyService copies() {
        return new CopyService(work, writer(), secrets());
    }

    public RenameService renames() {
        return new RenameService(work, writer(), configurations(), secrets(), secretVersions());
    }

    public NoteService notes() {
        return new NoteService(work, writer(), configurations());
    }

    public SearchService search() {
        return new SearchService(work);
    }

    public VariableService variables() {
        return new VariableService(work, secrets());
    }

    public TemplateService templates() {
        return new TemplateService(work, secrets());
    }

    public SecretService secrets() {
        return new SecretService(work, writer(), vault(), session.references());
    }

    public SecretVersionService secretVersions() {
        return new SecretVersionService(work, writer(), vault(), session.references());
    }

    public SecretCheckService secretChecks() {
        return new SecretCheckService(work, vault());
    }

    public DueService due() {
        return new DueService(work);
    }

    private TinkVault vault() {
        return session.vault().again(purpose != Store.Purpose.CHANGE);
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

    /** Shared within the transaction, because it caches compiled schemas. */
    private ProjectSchemas projectSchemas() {
        if (projectSchemas == null) {
            projectSchemas = new ProjectSchemas(work, session.schemas(), !purpose.isRead());
        }
        return projectSchemas;
    }

    private EnvironmentWriter writer() {
        return new EnvironmentWriter(work, projectSchemas(), purpose == Store.Purpose.DRY_RUN);
    }

    public AuditService audit() {
        return new AuditService(work);
    }

    /** The requested sort order, or null for the default. */
    Sort sort() {
        return sort;
    }

    public StoreService store() {
        return new StoreService(work, vault());
    }

    public RestoreService restores() {
        return new RestoreService(work);
    }

    /** The keyset file. */
    public Path keyset() {
        return host.keyset().toPath();
    }

    public StoreCopyService storeCopies() {
        return new StoreCopyService(work);
    }

    /** Opens another store. */
    public Store storeAt(String location) {
        return session.storeAt(location);
    }

    /** Progress display on a terminal. */
    public Progress progress() {
        return host.io().errIsTerminal() ? new ShownProgress(host.io().err()) : Progress.NONE;
    }
}
