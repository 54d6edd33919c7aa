package io.github.orgctl.core.port;

/** The repositories of one transaction. Must not be used after the transaction has ended. */
public interface Tx {
    OrganizationRepository organizations();

    ProjectRepository projects();

    EnvironmentRepository environments();

    ConfigurationRepository configurations();

    NoteRepository notes();

    SearchRepository search();

    PromotionRepository promotions();

    SchemaRepository schemas();

    SecretRepository secrets();

    SecretVersionRepository secretVersions();

    ReferenceRepository references();

    MemberRepository members();

    InvitationRepository invitations();

    TokenRepository tokens();

    AuditRepository audit();

    PricePlanRepository plans();

    BillingAccountRepository billingAccounts();

    UsageRepository usage();

    StatementRepository statements();

    IssuerRepository issuer();

    StoreInspection inspection();

    StoreTransfer transfer();

    /**
     * Runs part of the work in a savepoint, which is rolled back if the part throws or must not be kept. Savepoints
     * don't nest.
     *
     * @param keep whether the part's changes stay in the transaction
     */
    <R> R part(boolean keep, Store.Work<R> work);
}
