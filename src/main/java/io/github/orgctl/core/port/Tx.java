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

    StoreInspection inspection();
}
