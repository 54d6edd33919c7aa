package io.github.orgctl.store;

import io.github.orgctl.core.billing.BillingChanges;
import io.github.orgctl.core.billing.BillingService;
import io.github.orgctl.core.billing.PriceListService;
import io.github.orgctl.core.billing.PricePlanChanges;
import io.github.orgctl.core.billing.StatementService;
import io.github.orgctl.core.billing.UsageService;
import io.github.orgctl.core.kernel.Context;
import io.github.orgctl.core.kernel.Credentials;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.billing.Currencies;
import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.NewUsage;
import io.github.orgctl.core.model.billing.Percentage;
import io.github.orgctl.core.model.billing.Statement;
import io.github.orgctl.core.model.billing.Tiers;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.WebsiteUrl;
import io.github.orgctl.core.organization.NewOrganization;
import io.github.orgctl.core.organization.NewProject;
import io.github.orgctl.core.organization.OrganizationService;
import io.github.orgctl.core.organization.ProjectService;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.port.Tx;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/** Three organizations with two projects each, on a price plan with tiers, and their events in November 2026. */
public final class BillingWorld {
    public static final int ORGANIZATIONS = 3;
    public static final int PROJECTS = 6;
    public static final Period NOVEMBER = Period.parse("2026-11");

    private static final Instant BEFORE = Instant.parse("2026-10-15T00:00:00Z");
    private static final Instant AFTER = Instant.parse("2026-12-01T00:00:00Z");
    /** Number of later months in which corrections are billed. */
    public static final int CORRECTING_MONTHS = 2;

    private final Store store;
    private final List<Project> projects = new ArrayList<>();

    public BillingWorld(Store store) {
        this.store = store;
        change(BEFORE, services -> {
            services.plans()
                    .create(
                            new Slug("metered"),
                            new PricePlanChanges(
                                    null,
                                    Currencies.parse("EUR"),
                                    null,
                                    null,
                                    null,
                                    Map.of(
                                            new Metric("tiered"), Tiers.parse("10:free,100:3,2"),
                                            new Metric("flat"), Tiers.parse("7"),
                                            new Metric("uneven"), Tiers.parse("10:free,50:0.017,0.0125")),
                                    List.of()),
                            false);
            for (int i = 0; i < ORGANIZATIONS; i++) {
                services.organizations()
                        .create(
                                new NewOrganization(
                                        new Name("Org " + i),
                                        null,
                                        WebsiteUrl.NONE,
                                        Description.NONE,
                                        LiveWrites.DEFAULT),
                                false);
            }
        });
        for (int i = 0; i < ORGANIZATIONS; i++) {
            String organization = "org-" + i;
            change(organization, BEFORE, services -> {
                services.billing()
                        .update(
                                null,
                                new BillingChanges(
                                        new Slug("metered"),
                                        null,
                                        null,
                                        Optional.empty(),
                                        null,
                                        null,
                                        null,
                                        Optional.empty(),
                                        null,
                                        null),
                                null);
                for (int j = 0; j < PROJECTS / ORGANIZATIONS; j++) {
                    projects.add(services.projects()
                            .create(new NewProject(new Name(organization + " " + j), null, Description.NONE), false)
                            .value());
                }
            });
        }
    }

    public String environment(int project, boolean live) {
        return (live ? projects.get(project).liveId() : projects.get(project).sandboxId()).value();
    }

    public void move(int project, int organization, Instant at) {
        change(at, services -> services.projects()
                .move(
                        new ProjectReference.ById(projects.get(project).id()),
                        OrganizationReference.parse("org-" + organization),
                        null,
                        false));
    }

    /** Sets everyone's discount from now on. */
    public void discount(String percent) {
        for (int i = 0; i < ORGANIZATIONS; i++) {
            change("org-" + i, AFTER, services -> services.billing()
                    .update(
                            null,
                            new BillingChanges(
                                    null,
                                    null,
                                    null,
                                    Optional.empty(),
                                    null,
                                    null,
                                    null,
                                    Optional.empty(),
                                    null,
                                    Percentage.parse(percent)),
                            null));
        }
    }

    /** Records corrections of November in a later month. */
    public void correct(List<NewUsage> usage, int months) {
        take(usage, later(months));
    }

    private static Instant later(int months) {
        return NOVEMBER.plusMonths(months)
                .firstDay()
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    /** Total of November and all its corrections. */
    public BigDecimal totalWithCorrections() {
        List<BigDecimal> totals = new ArrayList<>();
        change(later(CORRECTING_MONTHS), services -> {
            for (int month = 0; month <= CORRECTING_MONTHS; month++) {
                services.statements()
                        .list(true, NOVEMBER.plusMonths(month))
                        .forEach(statement -> totals.add(statement.total().getAmount()));
            }
        });
        return totals.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public void record(List<NewUsage> usage) {
        take(usage, AFTER);
    }

    private void take(List<NewUsage> usage, Instant at) {
        change(at, services -> services.usage().importAll(reader -> {
            usage.forEach(each -> reader.usage(1, each));
            return "";
        }));
    }

    /** Each organization's lines as text. */
    public Map<String, List<String>> statements() {
        Map<String, List<String>> statements = new TreeMap<>();
        change(AFTER, services -> services.statements().list(true, NOVEMBER).forEach(statement -> {
            List<String> lines = new ArrayList<>();
            statement.lines().forEach(line -> lines.add(line.description() + ": " + line.amount()));
            statements.put(statement.organization().value(), lines);
        }));
        return statements;
    }

    public BigDecimal total() {
        List<BigDecimal> totals = new ArrayList<>();
        change(AFTER, services -> services.statements()
                .list(true, NOVEMBER)
                .forEach(statement -> totals.add(statement.total().getAmount())));
        return totals.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public List<Statement> close() {
        List<Statement> closed = new ArrayList<>();
        change(
                AFTER,
                services -> closed.addAll(
                        services.statements().close(true, NOVEMBER).statements()));
        return closed;
    }

    private void change(Instant at, Consumer<Services> work) {
        change(null, at, work);
    }

    private void change(String organization, Instant at, Consumer<Services> work) {
        store.inTx(Store.Purpose.CHANGE, tx -> {
            work.accept(new Services(tx, organization, at));
            return null;
        });
    }

    /** The services as used by the local operator at a given time. */
    private static final class Services {
        private final UnitOfWork work;

        Services(Tx tx, String organization, Instant at) {
            OrganizationReference current = organization == null ? null : OrganizationReference.parse(organization);
            Credentials operator = new Credentials(null, null, () -> "os:ann@home", false);
            this.work = UnitOfWork.of(tx, at, Services::id, operator, new Context(current, null, null, null, null));
        }

        private static Id id() {
            return new Id(UUID.randomUUID().toString());
        }

        PriceListService plans() {
            return new PriceListService(work);
        }

        OrganizationService organizations() {
            return new OrganizationService(work);
        }

        ProjectService projects() {
            return new ProjectService(work);
        }

        BillingService billing() {
            return new BillingService(work);
        }

        UsageService usage() {
            return new UsageService(work);
        }

        StatementService statements() {
            return new StatementService(work);
        }
    }
}
