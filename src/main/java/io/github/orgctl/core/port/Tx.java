package io.github.orgctl.core.port;

/** One transaction's view of what is kept. Not to be used after the transaction ended. */
public interface Tx {
    OrganizationRepository organizations();

    ProjectRepository projects();

    EnvironmentRepository environments();

    ConfigurationRepository configurations();

    PromotionRepository promotions();

    SchemaRepository schemas();

    SecretRepository secrets();

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

    /**
     * Runs a part of the work that is undone alone: when it throws, or when it is not to be kept. Parts don't nest.
     *
     * @param keep whether the part's changes stay in the transaction
     */
    <R> R part(boolean keep, Store.Work<R> work);
}
