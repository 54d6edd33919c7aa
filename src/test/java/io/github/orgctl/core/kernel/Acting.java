package io.github.orgctl.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.access.AccessService;
import io.github.orgctl.core.access.InvitationService;
import io.github.orgctl.core.access.MemberService;
import io.github.orgctl.core.access.NewToken;
import io.github.orgctl.core.access.TokenDetails;
import io.github.orgctl.core.access.TokenService;
import io.github.orgctl.core.audit.AuditService;
import io.github.orgctl.core.billing.BillingService;
import io.github.orgctl.core.billing.PriceListService;
import io.github.orgctl.core.billing.StatementService;
import io.github.orgctl.core.billing.UsageService;
import io.github.orgctl.core.configuration.ConfigurationService;
import io.github.orgctl.core.configuration.Edit;
import io.github.orgctl.core.configuration.EnvironmentUpdate;
import io.github.orgctl.core.configuration.EnvironmentWriter;
import io.github.orgctl.core.configuration.ProjectSchemas;
import io.github.orgctl.core.configuration.SchemaMemory;
import io.github.orgctl.core.configuration.SchemaService;
import io.github.orgctl.core.configuration.SecretVersionService;
import io.github.orgctl.core.document.DocumentService;
import io.github.orgctl.core.model.access.Credential;
import io.github.orgctl.core.model.audit.EventFilter;
import io.github.orgctl.core.model.audit.RecordedEvent;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyEdit;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Until;
import io.github.orgctl.core.model.value.WebsiteUrl;
import io.github.orgctl.core.organization.EnvironmentService;
import io.github.orgctl.core.organization.NewOrganization;
import io.github.orgctl.core.organization.NewProject;
import io.github.orgctl.core.organization.OrganizationService;
import io.github.orgctl.core.organization.ProjectService;
import io.github.orgctl.core.port.CredentialSource;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.core.port.SecretSource;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.core.promotion.PromotionService;
import io.github.orgctl.schema.JsonSchemas;
import io.github.orgctl.store.JdbcStore;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * An acting identity at a time in a temporary store, with the services. Each service call acts as a separate command.
 */
public record Acting(Tx tx, SchemaMemory memory, Instant now, Credentials credentials, Context context) {
    /** Default start time of a test. */
    public static final Instant START = Instant.parse("2026-11-10T12:00:00.123Z");

    private static final AtomicInteger RANDOM = new AtomicInteger();

    /** Runs a test as the local operator in a new temporary store. */
    public static void inNewStore(Consumer<Acting> test) {
        // Outlives the transaction, which is begun again once a schema has been read outside of it.
        SchemaMemory memory = new SchemaMemory(new JsonSchemas());
        try (Store store = JdbcStore.open("/nowhere/at/all.db", Map.of())) {
            store.inTx(Store.Purpose.DRY_RUN, tx -> {
                test.accept(new Acting(tx, memory, START, operator(), Context.NONE));
                return null;
            });
        }
    }

    private static Credentials operator() {
        return new Credentials(null, null, () -> "os:ann@home", false);
    }

    public Acting asOperator() {
        return new Acting(tx, memory, now, operator(), context);
    }

    public Acting as(String email) {
        return new Acting(
                tx, memory, now, new Credentials(new Email(email), null, () -> "os:ann@home", false), context);
    }

    public Acting with(TokenDetails token) {
        Credential credential = Credential.parse(Credential.Kind.TOKEN, token.text());
        return new Acting(tx, memory, now, new Credentials(null, credential, () -> "os:ann@home", false), context);
    }

    public Acting at(String time) {
        return new Acting(tx, memory, Instant.parse(time), credentials, context);
    }

    /** Acts as if the command named the organization. */
    public Acting in(String organization) {
        return in(organization, null);
    }

    /** Acts as if a settings file named the organization. */
    public Acting chosen(String organization) {
        return in(organization, "the settings");
    }

    private Acting in(String organization, String source) {
        return with(new Context(
                OrganizationReference.parse(organization),
                source,
                context.project(),
                context.mode(),
                context.expectedEnvironment()));
    }

    public Acting project(String project) {
        return with(new Context(
                context.organization(),
                context.organizationSource(),
                ProjectReference.parse(project),
                context.mode(),
                context.expectedEnvironment()));
    }

    public Acting with(Context other) {
        return new Acting(tx, memory, now, credentials, other);
    }

    public UnitOfWork work() {
        return UnitOfWork.of(tx, now, Acting::id, credentials, context);
    }

    private static Id id() {
        return new Id(UUID.randomUUID().toString());
    }

    private static Credential credential(Credential.Kind kind) {
        byte[] random = ByteBuffer.allocate(32).putInt(RANDOM.incrementAndGet()).array();
        return Credential.of(kind, random);
    }

    public OrganizationService organizations() {
        return new OrganizationService(work());
    }

    public ProjectService projects() {
        return new ProjectService(work());
    }

    public EnvironmentService environments() {
        UnitOfWork work = work();
        EnvironmentWriter writer = new EnvironmentWriter(work, schemas(), false);
        // No secret is restored where none is kept.
        return new EnvironmentService(work, writer, new SecretVersionService(work, writer, null, null));
    }

    public ConfigurationService configurations() {
        UnitOfWork work = work();
        return new ConfigurationService(work, new EnvironmentWriter(work, schemas(), false));
    }

    public SchemaService projectSchemas() {
        return new SchemaService(work(), schemas());
    }

    public PromotionService promotions() {
        UnitOfWork work = work();
        ProjectSchemas schemas = schemas();
        return new PromotionService(work, new EnvironmentWriter(work, schemas, false), schemas);
    }

    /** The service for documents, with a source of external secrets. */
    public DocumentService documents(SecretSource source) {
        UnitOfWork work = work();
        ProjectSchemas schemas = schemas();
        return new DocumentService(
                work, schemas, new EnvironmentWriter(work, schemas, false), source, credentialSource());
    }

    private ProjectSchemas schemas() {
        return new ProjectSchemas(work(), memory, true);
    }

    public MemberService members() {
        return new MemberService(work());
    }

    public InvitationService invitations() {
        return new InvitationService(work(), credentialSource());
    }

    public TokenService tokens() {
        return new TokenService(work(), credentialSource());
    }

    public AccessService access() {
        UnitOfWork work = work();
        return new AccessService(work, new TokenService(work, credentialSource()));
    }

    public AuditService audit() {
        return new AuditService(work());
    }

    public PriceListService plans() {
        return new PriceListService(work());
    }

    public BillingService billing() {
        return new BillingService(work());
    }

    public UsageService usage() {
        return new UsageService(work());
    }

    public StatementService statements() {
        return new StatementService(work());
    }

    private static CredentialSource credentialSource() {
        return Acting::credential;
    }

    /** Creates an organization, whose slug is derived from the name. */
    public Organization organization(String name) {
        NewOrganization draft =
                new NewOrganization(new Name(name), null, WebsiteUrl.NONE, Description.NONE, LiveWrites.DEFAULT);
        return organizations().create(draft, false).value();
    }

    /** Creates a project. */
    public Project project(String organization, String name) {
        return in(organization)
                .projects()
                .create(new NewProject(new Name(name), null, Description.NONE), false)
                .value();
    }

    /** Creates an active member through an invitation. */
    public void join(String organization, String email, Role role) {
        Credential invitation = invite(organization, email, role);
        as(email).invitations().accept(invitation);
    }

    /** Invites a person and returns the invitation's token. */
    public Credential invite(String organization, String email, Role role) {
        return in(organization)
                .invitations()
                .invite(List.of(new Email(email)), role, Until.parse("7d"), false)
                .get(0)
                .credential();
    }

    /** Creates a token for an organization or a part of it. */
    public TokenDetails token(String organization, String name, Role role, String project, Mode mode) {
        ProjectReference reference = project == null ? null : ProjectReference.parse(project);
        return in(organization)
                .tokens()
                .create(new NewToken(new Name(name), role, reference, mode, Until.parse("30d")), false)
                .value();
    }

    /** Sets values of an environment, written as {@code key=JSON}. */
    public EnvironmentUpdate set(String environment, String... values) {
        List<KeyEdit> edits = new ArrayList<>();
        for (String each : values) {
            int sign = each.indexOf('=');
            edits.add(new KeyEdit(new Key(each.substring(0, sign)), new Value(each.substring(sign + 1))));
        }
        return configurations().set(edit(environment), edits);
    }

    public Configuration values(String environment) {
        return configurations().list(EnvironmentReference.parse(environment));
    }

    /** An edit with all gates open. */
    public static Edit edit(String environment) {
        return new Edit(EnvironmentReference.parse(environment), Description.NONE, null, EnumSet.allOf(Gate.class));
    }

    /** All events of an organization's audit log, oldest first. */
    public List<RecordedEvent> events(Id organization) {
        return rows(tx.audit().list(AccessScope.EVERYTHING.within(organization), EventFilter.NONE, all()));
    }

    /** The last event, as {@code action target: field before -> after, …}. */
    public String lastEvent(Id organization) {
        List<RecordedEvent> events = events(organization);
        RecordedEvent last = events.get(events.size() - 1);
        List<String> changes = new ArrayList<>();
        last.event()
                .changes()
                .forEach(change -> changes.add(change.field() + " " + change.before() + " -> " + change.after()));
        return last.event().action() + " " + last.event().target().name() + ": " + String.join(", ", changes);
    }

    public static <K> Page<K> all() {
        return new Page<>(null, null, null);
    }

    public static <T> List<T> rows(Listing<T> listing) {
        List<T> rows = new ArrayList<>();
        listing.forEach(rows::add);
        return rows;
    }

    /** Asserts that an operation fails with a kind. */
    public static void refused(Failure.Kind kind, Runnable what) {
        Failure failure = failure(what);
        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(kind);
    }

    /** The failure of an operation. Work outside of the transaction with a retry is not a failure. */
    public static Failure failure(Runnable what) {
        try {
            what.run();
        } catch (Failure failure) {
            return failure;
        }
        throw new AssertionError("nothing failed");
    }
}
