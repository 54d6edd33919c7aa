package io.github.orgctl.store.table;

import io.github.orgctl.core.port.AuditRepository;
import io.github.orgctl.core.port.BillingAccountRepository;
import io.github.orgctl.core.port.ConfigurationRepository;
import io.github.orgctl.core.port.EnvironmentRepository;
import io.github.orgctl.core.port.InvitationRepository;
import io.github.orgctl.core.port.IssuerRepository;
import io.github.orgctl.core.port.MemberRepository;
import io.github.orgctl.core.port.NoteRepository;
import io.github.orgctl.core.port.OrganizationRepository;
import io.github.orgctl.core.port.PricePlanRepository;
import io.github.orgctl.core.port.ProjectRepository;
import io.github.orgctl.core.port.PromotionRepository;
import io.github.orgctl.core.port.ReferenceRepository;
import io.github.orgctl.core.port.SchemaRepository;
import io.github.orgctl.core.port.SearchRepository;
import io.github.orgctl.core.port.SecretRepository;
import io.github.orgctl.core.port.SecretVersionRepository;
import io.github.orgctl.core.port.StatementRepository;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.port.StoreInspection;
import io.github.orgctl.core.port.StoreTransfer;
import io.github.orgctl.core.port.TokenRepository;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.core.port.UsageRepository;
import io.github.orgctl.store.jdbc.Dialect;
import io.github.orgctl.store.jdbc.Inspection;
import io.github.orgctl.store.jdbc.Session;
import io.github.orgctl.store.jdbc.Sql;
import io.github.orgctl.store.transfer.Transfer;

/** Makes each repository when it is asked for, since most commands need one or two, and each costs a class. */
public final class JdbcTx implements Tx {
    private final Session session;
    private final Dialect dialect;

    public JdbcTx(Session session, Dialect dialect) {
        this.session = session;
        this.dialect = dialect;
    }

    @Override
    public OrganizationRepository organizations() {
        return new OrganizationTable(session.connection);
    }

    @Override
    public ProjectRepository projects() {
        return new ProjectTable(session.connection);
    }

    @Override
    public EnvironmentRepository environments() {
        return new EnvironmentTable(session.connection);
    }

    @Override
    public ConfigurationRepository configurations() {
        return new ConfigurationTable(session.connection);
    }

    @Override
    public NoteRepository notes() {
        return new NoteTable(session.connection);
    }

    @Override
    public SearchRepository search() {
        return new SearchTable(session.connection, dialect.like());
    }

    @Override
    public SecretRepository secrets() {
        return new SecretTable(session.connection);
    }

    @Override
    public SecretVersionRepository secretVersions() {
        return new SecretVersionTable(session.connection);
    }

    @Override
    public ReferenceRepository references() {
        return new ReferenceTable(session.connection);
    }

    @Override
    public PromotionRepository promotions() {
        return new PromotionTable(session.connection);
    }

    @Override
    public SchemaRepository schemas() {
        return new SchemaTable(session.connection);
    }

    @Override
    public MemberRepository members() {
        return new MemberTable(session.connection);
    }

    @Override
    public InvitationRepository invitations() {
        return new InvitationTable(session.connection);
    }

    @Override
    public TokenRepository tokens() {
        return new TokenTable(session.connection);
    }

    @Override
    public AuditRepository audit() {
        return new AuditTable(session.connection);
    }

    @Override
    public PricePlanRepository plans() {
        return new PricePlanTable(session.connection);
    }

    @Override
    public BillingAccountRepository billingAccounts() {
        return new AccountTable(session.connection);
    }

    @Override
    public UsageRepository usage() {
        return new UsageTable(session.connection, dialect);
    }

    @Override
    public IssuerRepository issuer() {
        return new IssuerTable(session.connection);
    }

    @Override
    public StatementRepository statements() {
        return new StatementTable(session.connection);
    }

    @Override
    public StoreInspection inspection() {
        return new Inspection(session, dialect, new RowChecksums());
    }

    @Override
    public StoreTransfer transfer() {
        return new Transfer(session, dialect);
    }

    @Override
    public <R> R part(boolean keep, Store.Work<R> work) {
        run("SAVEPOINT part");
        R result;
        try {
            result = work.in(this);
        } catch (RuntimeException | Error problem) {
            undo(problem);
            throw problem;
        }
        if (!keep) {
            run("ROLLBACK TO SAVEPOINT part");
        }
        run("RELEASE SAVEPOINT part");
        return result;
    }

    /** Undoes a part that failed. Where the whole transaction is lost, the part's own problem says more about it. */
    private void undo(Throwable problem) {
        try {
            run("ROLLBACK TO SAVEPOINT part");
            run("RELEASE SAVEPOINT part");
        } catch (RuntimeException lost) {
            problem.addSuppressed(lost);
        }
    }

    private void run(String statement) {
        new Sql(session.connection, statement).run();
    }
}
