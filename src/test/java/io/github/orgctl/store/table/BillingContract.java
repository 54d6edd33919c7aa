package io.github.orgctl.store.table;

import static io.github.orgctl.store.Fixtures.T0;
import static io.github.orgctl.store.Fixtures.T1;
import static io.github.orgctl.store.Fixtures.T2;
import static io.github.orgctl.store.Fixtures.all;
import static io.github.orgctl.store.Fixtures.change;
import static io.github.orgctl.store.Fixtures.id;
import static io.github.orgctl.store.Fixtures.moved;
import static io.github.orgctl.store.Fixtures.organization;
import static io.github.orgctl.store.Fixtures.project;
import static io.github.orgctl.store.Fixtures.read;
import static io.github.orgctl.store.Fixtures.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.orgctl.core.access.Members;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.MemberPeriod;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.billing.BillingAccount;
import io.github.orgctl.core.model.billing.Currencies;
import io.github.orgctl.core.model.billing.Issuer;
import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.Pause;
import io.github.orgctl.core.model.billing.Percentage;
import io.github.orgctl.core.model.billing.Price;
import io.github.orgctl.core.model.billing.PricePlan;
import io.github.orgctl.core.model.billing.PricePlanAssignment;
import io.github.orgctl.core.model.billing.PricePlanRates;
import io.github.orgctl.core.model.billing.Quantity;
import io.github.orgctl.core.model.billing.Statement;
import io.github.orgctl.core.model.billing.StatementLine;
import io.github.orgctl.core.model.billing.Tiers;
import io.github.orgctl.core.model.billing.UsageDay;
import io.github.orgctl.core.model.billing.UsageEnvironment;
import io.github.orgctl.core.model.billing.UsageEnvironment.Ownership;
import io.github.orgctl.core.model.billing.UsageKey;
import io.github.orgctl.core.model.billing.UsageRecord;
import io.github.orgctl.core.model.billing.UsageSum;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Days;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Line;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.organization.Projects;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.core.port.UsageEntry;
import io.github.orgctl.core.port.UsageIntake;
import io.github.orgctl.core.port.UsageSeries;
import io.github.orgctl.store.Fixtures;
import io.github.orgctl.store.PostgresBillingTest;
import io.github.orgctl.store.StoreBase;
import io.github.orgctl.store.jdbc.Migrations;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract of the repositories for billing. */
public abstract class BillingContract extends StoreBase {
    private static final CurrencyUnit USD = Currencies.parse("USD");
    private static final CurrencyUnit KWD = Currencies.parse("KWD");
    private static final Metric USERS = new Metric("active-users");
    private static final Metric CALLS = new Metric("api-calls");
    private static final LocalDate DAY = Days.of(T0);
    private static final Period MONTH = Period.of(T0);

    private static final Issuer ISSUER = new Issuer(
            new Line("Initech"),
            new Description("1 High St\nLondon"),
            new Line("GB1"),
            Email.stored("bills@example.com"));

    private final Organization acme = organization("acme");
    private final Organization globex = organization("globex");
    private final Project web = project(acme, "web");

    @BeforeEach
    public void makeProject() {
        change(store, tx -> {
            tx.organizations().insert(acme);
            tx.organizations().insert(globex);
            tx.billingAccounts().insert(BillingAccount.opening(acme));
            tx.billingAccounts().insert(BillingAccount.opening(globex));
            new Projects(tx).insert(web);
        });
    }

    private BillingAccount account() {
        return read(store, tx -> tx.billingAccounts().find(acme.id())).orElseThrow();
    }

    @Test
    public void anAccountOpensWithTheOrganizationOnThePlanFree() {
        BillingAccount account = account();
        assertThat(account.assignments()).containsExactly(new PricePlanAssignment(DAY, PricePlan.FREE, USD));
        assertThat(account.organization()).isEqualTo(acme.slug());
        assertThat(account.email()).isNull();
        assertThat(account.trialEnd()).isNull();
        assertThat(account.revision()).isEqualTo(1);
        assertFound(tx -> tx.billingAccounts().find(id())).isEmpty();
    }

    /** Content of a store from before the billing migration. */
    private static final String[] BEFORE_BILLING = {
        "DELETE FROM plan_assignment",
        "DELETE FROM billing_pause",
        "DELETE FROM billing_account",
        "DELETE FROM project_owner",
        "DELETE FROM member_period"
    };

    /** The statements of the migration that fill tables from existing data. */
    private void fillAgain() throws Exception {
        sql(BEFORE_BILLING);
        String folder = "/db/" + (this instanceof PostgresBillingTest ? "postgres" : "sqlite");
        try (InputStream stream = Migrations.class.getResourceAsStream(folder + "/0004_billing.sql")) {
            for (String command : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split(";")) {
                if (command.contains("INSERT INTO")
                        && !command.contains("INSERT INTO plan ")
                        && !command.contains("plan_version")) {
                    sql(command);
                }
            }
        }
    }

    @Test
    public void theMigrationFillsInWhatIsThere() throws Exception {
        Member ann = member("ann@x.example", MemberStatus.ACTIVE);
        change(store, tx -> {
            new Members(tx).insert(ann);
            new Members(tx).insert(member("bob@x.example", MemberStatus.INVITED));
            Fixtures.update(tx, moved(web, globex, null));
            tx.organizations().update(Fixtures.deleted(globex, T0.plus(Duration.ofDays(3))));
        });
        fillAgain();
        assertThat(account().assignments()).containsExactly(new PricePlanAssignment(DAY, PricePlan.FREE, USD));
        BillingAccount trashed =
                read(store, tx -> tx.billingAccounts().find(globex.id())).orElseThrow();
        assertThat(trashed.assignments()).containsExactly(new PricePlanAssignment(DAY, PricePlan.FREE, USD));
        assertThat(trashed.pauses()).containsExactly(new Pause(DAY.plusDays(4), null));
        assertRows(tx -> tx.members().periods(acme.id(), T0, T2))
                .containsExactly(new MemberPeriod("ann@x.example", T0, null));
        UsageEnvironment live = read(store, tx -> environment(tx, web.liveId()));
        assertThat(live.ownerAt(T0).organizationId()).isEqualTo(globex.id());
    }

    @Test
    public void keepsAllOfAnAccount() {
        BillingAccount changed = account()
                .with(
                        new Email("Bills@acme.example"),
                        new Line("Acme ✓"),
                        new Description("line\nline"),
                        new Line("DE 1"),
                        LocalDate.of(2030, 1, 31),
                        14,
                        Percentage.parse("12.5"))
                .with(
                        List.of(
                                new PricePlanAssignment(DAY, PricePlan.FREE, USD),
                                new PricePlanAssignment(DAY.plusDays(3), new Slug("standard"), KWD),
                                new PricePlanAssignment(DAY.plusDays(9), PricePlan.FREE, KWD)),
                        List.of(new Pause(DAY.plusDays(4), DAY.plusDays(5)), new Pause(DAY.plusDays(7), null)))
                .revised(T1);
        change(store, tx -> tx.billingAccounts().update(changed));
        assertThat(account()).isEqualTo(changed);
        assertRows(tx -> tx.billingAccounts().onPlan(new Slug("standard"), DAY)).containsExactly(acme.id());
        assertRows(tx -> tx.billingAccounts().onPlan(new Slug("standard"), DAY.plusDays(8)))
                .containsExactly(acme.id());
        assertRows(tx -> tx.billingAccounts().onPlan(new Slug("standard"), DAY.plusDays(9)))
                .isEmpty();
        change(store, tx -> tx.organizations().update(Fixtures.deleted(acme, T1)));
        assertRows(tx -> tx.billingAccounts().onPlan(new Slug("standard"), DAY)).isEmpty();
    }

    @Test
    public void thePriceListBeginsWithFourPlansThatCostNothing() {
        assertRows(tx -> tx.plans().names()).hasToString("[advanced, enterprise, free, standard]");
        PricePlan standard =
                read(store, tx -> tx.plans().versions(new Slug("standard"))).get(0);
        assertThat(standard.prices().currency()).isNull();
        assertThat(standard.version()).isEqualTo(1);
    }

    @Test
    public void keepsEveryVersionOfAPlan() {
        TreeMap<Metric, Tiers> meters = new TreeMap<>();
        meters.put(USERS, Tiers.parse("1000:free,100000:0.05,0.02"));
        meters.put(CALLS, Tiers.parse("0.0000001"));
        PricePlan first = plan("team", 1, new PricePlanRates(KWD, Price.parse("1.5"), Price.FREE, 3, meters));
        PricePlan second = plan("team", 2, new PricePlanRates(KWD, Price.FREE, Price.parse("7"), 0, new TreeMap<>()));
        change(store, tx -> {
            tx.plans().insert(first);
            tx.plans().insert(second);
        });
        assertRows(tx -> tx.plans().versions(new Slug("team"))).containsExactly(first, second);
        change(store, tx -> tx.plans().retire(new Slug("team"), T2));
        assertRows(tx -> tx.plans().versions(new Slug("team")))
                .allMatch(plan -> plan.retiredAt().equals(T2));
        assertRows(tx -> tx.plans().versions(new Slug("nope"))).isEmpty();
    }

    @Test
    public void keepsThatAVersionWasWithdrawn() {
        PricePlan first = plan("team", 1, new PricePlanRates(null, Price.FREE, Price.FREE, 1, new TreeMap<>()));
        PricePlan second = plan("team", 2, new PricePlanRates(null, Price.FREE, Price.FREE, 2, new TreeMap<>()));
        change(store, tx -> {
            tx.plans().insert(first);
            tx.plans().insert(second);
            tx.plans().withdraw(second.name(), 2, T1);
        });
        assertRows(tx -> tx.plans().versions(first.name()))
                .extracting(PricePlan::withdrawnAt)
                .containsExactly(null, T1);
    }

    private static PricePlan plan(String name, long version, PricePlanRates prices) {
        return new PricePlan(new Slug(name), version, DAY.plusDays(version), prices, T0, "ann", null, null);
    }

    @Test
    public void keepsWhenMembersWereActive() {
        Member ann = member("ann@x.example", MemberStatus.ACTIVE);
        Member bob = member("bob@x.example", MemberStatus.INVITED);
        change(store, tx -> {
            new Members(tx).insert(ann);
            new Members(tx).insert(bob);
            new Members(tx).update(ann.withRole(Role.OWNER, T1));
            new Members(tx).update(ann.withStatus(MemberStatus.SUSPENDED, T1));
            new Members(tx).update(ann.withStatus(MemberStatus.ACTIVE, T2));
            new Members(tx).remove(ann, T2.plusMillis(5));
        });
        assertRows(tx -> tx.members().periods(acme.id(), T0, T2.plusSeconds(1)))
                .containsExactly(
                        new MemberPeriod("ann@x.example", T0, T1),
                        new MemberPeriod("ann@x.example", T2, T2.plusMillis(5)));
        assertRows(tx -> tx.members().periods(acme.id(), T2, T2.plusSeconds(1))).hasSize(1);
        change(store, tx -> new Members(tx).update(bob.withStatus(MemberStatus.ACTIVE, T2)));
        assertRows(tx -> tx.members().periods(acme.id(), T2.plusSeconds(1), T2.plusSeconds(2)))
                .containsExactly(new MemberPeriod("bob@x.example", T2, null));
    }

    private Member member(String email, MemberStatus status) {
        return new Member(id(), acme.id(), acme.slug(), new Email(email), Role.DEVELOPER, status, T0, T0);
    }

    private UsageEnvironment environment(Tx tx, Id environment) {
        return tx.usage().environment(environment).orElseThrow();
    }

    @Test
    public void keepsWhoseAProjectWas() {
        change(store, tx -> Fixtures.update(tx, moved(web, globex, null)));
        UsageEnvironment live = read(store, tx -> environment(tx, web.liveId()));
        assertThat(live.ownerAt(T0.minusMillis(1))).isNull();
        assertThat(live.ownerAt(T0)).isEqualTo(new Ownership(T0, acme.id(), "acme/web:live"));
        assertThat(live.ownerAt(T1.minusMillis(1)).organizationId()).isEqualTo(acme.id());
        assertThat(live.ownerAt(T1)).isEqualTo(new Ownership(T1, globex.id(), "globex/web:live"));
        assertThat(live.deletedAt()).isNull();
    }

    private record NotAdded(List<String> texts) implements UsageIntake.NotAdded {
        @Override
        public void repeated(UsageEntry entry, Metric metric, Quantity quantity) {
            texts.add(entry.line() + " " + metric + " " + quantity);
        }

        @Override
        public void late(UsageEntry entry) {
            texts.add(entry.line() + " late");
        }
    }

    private List<String> add(Id environment, Organization owner, UsageKey key, String... quantities) {
        return add(false, environment, owner, key, quantities);
    }

    private List<String> add(boolean late, Id environment, Organization owner, UsageKey key, String... quantities) {
        NotAdded notAdded = new NotAdded(new ArrayList<>());
        change(store, tx -> {
            UsageSeries series = tx.usage().series(environment(tx, environment), owner.id(), USERS, null);
            UsageIntake intake = tx.usage().intake(notAdded);
            long line = 0;
            for (String quantity : quantities) {
                intake.add(new UsageEntry(++line, series, T0, Quantity.parse(quantity), key, late));
            }
            intake.finish();
        });
        return notAdded.texts();
    }

    @Test
    public void whatComesTooLateCanOnlyRepeat() {
        UsageKey key = new UsageKey("k");
        assertThat(add(true, web.liveId(), acme, key, "1")).containsExactly("1 late");
        assertRows(tx -> tx.usage().days(acme.id(), MONTH, MONTH)).isEmpty();
        add(web.liveId(), acme, key, "1");
        assertThat(add(true, web.liveId(), acme, key, "1", "2"))
                .containsExactly("1 active-users 1", "2 active-users 1");
        assertRows(tx -> rows(tx.usage().list(acme.id(), null, null, null, all())))
                .hasSize(1);
    }

    private List<String> names(Organization owner) {
        return read(store, tx -> {
            List<String> names = new ArrayList<>();
            tx.usage().list(owner.id(), null, null, null, all()).forEach(row -> names.add(row.environment()));
            return names;
        });
    }

    @Test
    public void usageIsShownUnderTheNameThatItsOrganizationHasOrHadLast() {
        add(web.liveId(), acme, null, "1");
        Project shop = renamed(web, "shop");
        change(store, tx -> Fixtures.update(tx, shop));
        assertThat(names(acme)).containsExactly("acme/shop:live");
        change(store, tx -> Fixtures.update(tx, renamed(moved(shop, globex, null), "store")));
        add(web.liveId(), globex, null, "1");
        add(web.sandboxId(), acme, null, "1");
        assertThat(names(acme)).containsExactly("acme/shop:live", "acme/shop:sandbox");
        assertThat(names(globex)).containsExactly("globex/store:live");
        change(store, tx -> Fixtures.purge(tx, web.id()));
        assertThat(names(globex)).containsExactly("globex/store:live");
        assertFound(tx -> tx.usage().environment(web.liveId())).isEmpty();
        assertThat(isRecorded(globex, web.liveId())).isTrue();
        assertThat(isRecorded(globex, web.sandboxId())).isFalse();
    }

    private boolean isRecorded(Organization owner, Id environment) {
        return read(store, tx -> tx.usage().isRecorded(owner.id(), environment));
    }

    /** Records usage in series of both organizations, environments and metrics, in an order of which no series is a part. */
    private void addInTurns(int records) {
        change(store, tx -> {
            List<UsageSeries> series = new ArrayList<>();
            for (Organization owner : List.of(acme, globex)) {
                for (Id environment : List.of(web.liveId(), web.sandboxId())) {
                    for (Metric metric : List.of(USERS, CALLS)) {
                        series.add(tx.usage().series(environment(tx, environment), owner.id(), metric, null));
                    }
                }
            }
            UsageIntake intake = tx.usage().intake(new NotAdded(new ArrayList<>()));
            for (int i = 0; i < records; i++) {
                Instant at = T0.minus(Duration.ofDays(i * 7 % 60));
                intake.add(new UsageEntry(i, series.get(i * i % 7 % series.size()), at, new Quantity(i), null, false));
            }
            intake.finish();
        });
    }

    @Test
    public void pagesOfUsageContinueOneAnother() {
        addInTurns(60);
        for (Id environment : Arrays.asList(null, web.liveId())) {
            for (Metric metric : Arrays.asList(null, CALLS)) {
                for (Period period : Arrays.asList(null, MONTH, MONTH.plusMonths(-1), MONTH.plusMonths(1))) {
                    List<UsageRecord> paged = new ArrayList<>();
                    UsageRecord last = null;
                    do {
                        Page<UsageRecord> next = new Page<>(4L, last, null);
                        List<UsageRecord> page =
                                read(store, tx -> rows(tx.usage().list(acme.id(), environment, metric, period, next)));
                        paged.addAll(page);
                        last = page.size() < 4 ? null : page.get(3);
                    } while (last != null);
                    assertRows(tx -> rows(tx.usage().list(acme.id(), environment, metric, period, all())))
                            .isEqualTo(paged);
                }
            }
        }
    }

    private static Project renamed(Project project, String slug) {
        return project.with(new Slug(slug), project.name(), project.description());
    }

    @Test
    public void aKeyCountsOnceInItsEnvironment() {
        UsageKey key = new UsageKey("k");
        assertThat(add(web.liveId(), acme, key, "1.5", "2")).containsExactly("2 active-users 1.5");
        assertThat(add(web.liveId(), globex, key, "1.5")).containsExactly("1 active-users 1.5");
        assertThat(add(web.sandboxId(), acme, key, "4")).isEmpty();
        assertThat(add(web.liveId(), acme, null, "-0.000001", "7", "7")).isEmpty();
        assertRows(tx -> rows(tx.usage().list(acme.id(), web.liveId(), null, MONTH, all())))
                .extracting(UsageRecord::quantity)
                .hasToString("[1.5, -0.000001, 7, 7]");
        assertRows(tx -> rows(tx.usage().list(acme.id(), null, CALLS, null, all())))
                .isEmpty();
        UsageRecord kept = read(store, tx -> tx.usage().find(web.liveId(), key)).orElseThrow();
        assertThat(kept.at()).isEqualTo(T0);
        assertFound(tx -> tx.usage().find(kept.number())).contains(kept);
        assertFound(tx -> tx.usage().last()).map(UsageRecord::quantity).contains(new Quantity(7_000_000));
        assertRows(tx -> tx.usage().metrics(AccessScope.EVERYTHING)).containsExactly(USERS);
    }

    @Test
    public void theStoreItselfRefusesUsageThatCannotBe() {
        add(web.liveId(), acme, null, "1");
        add(web.sandboxId(), acme, null, "1");
        for (String change : List.of(
                "UPDATE usage_record SET environment = 3 - environment",
                "UPDATE usage_record SET quantity = 1000000000000000001",
                "UPDATE usage_day SET records = 0",
                "UPDATE usage_project SET slug = ''",
                "UPDATE usage_series SET organization_id = 'acme'")) {
            assertThatThrownBy(() -> sqlWithForeignKeys(change)).as(change).isInstanceOf(SQLException.class);
        }
    }

    private void sqlWithForeignKeys(String command) throws SQLException {
        if (this instanceof PostgresBillingTest) {
            sql(command);
        } else {
            sql("PRAGMA foreign_keys = ON", command);
        }
    }

    @Test
    public void sumsByDayOutliveTheProject() {
        add(web.liveId(), acme, null, "999999999999.999999", "999999999999.999999", "-0.5");
        add(web.sandboxId(), acme, null, "3");
        change(store, tx -> Fixtures.purge(tx, web.id()));
        assertRows(tx -> tx.usage().days(acme.id(), MONTH, MONTH))
                .containsExactly(
                        new UsageDay(USERS, Mode.LIVE, DAY, new BigDecimal("1999999999999.499998")),
                        new UsageDay(USERS, Mode.SANDBOX, DAY, new BigDecimal("3.000000")));
        assertRows(tx -> tx.usage().days(acme.id(), MONTH.plusMonths(1), MONTH.plusMonths(1)))
                .isEmpty();
        assertRows(tx -> tx.usage().days(globex.id(), MONTH, MONTH)).isEmpty();
        assertRows(tx -> rows(tx.usage().sums(AccessScope.EVERYTHING.within(acme.id()), MONTH)))
                .extracting(UsageSum::environment, UsageSum::records)
                .hasToString("[(\"acme/web:live\", 3L), (\"acme/web:sandbox\", 1L)]");
        assertRows(tx -> tx.inspection().check())
                .filteredOn(finding -> finding.check().equals("usage"))
                .allMatch(finding -> finding.ok());
    }

    @Test
    public void countsCorrectionsApartByTheMonthThatTheyAreBilledIn() {
        add(web.liveId(), acme, null, "5");
        Period later = MONTH.plusMonths(2);
        change(store, tx -> {
            UsageSeries series = tx.usage().series(environment(tx, web.liveId()), acme.id(), USERS, later);
            UsageIntake intake = tx.usage().intake(new NotAdded(new ArrayList<>()));
            intake.add(new UsageEntry(1, series, T0, Quantity.parse("-2"), null, false));
            intake.finish();
        });
        UsageDay own = new UsageDay(USERS, Mode.LIVE, DAY, new BigDecimal("5.000000"));
        UsageDay corrected = new UsageDay(USERS, Mode.LIVE, DAY, new BigDecimal("3.000000"));
        assertRows(tx -> tx.usage().days(acme.id(), MONTH, MONTH)).containsExactly(own);
        assertRows(tx -> tx.usage().days(acme.id(), MONTH, later.plusMonths(-1)))
                .containsExactly(own);
        assertRows(tx -> tx.usage().days(acme.id(), MONTH, later)).containsExactly(corrected);
        assertRows(tx -> tx.usage().corrected(acme.id(), later)).containsExactly(MONTH);
        assertRows(tx -> tx.usage().corrected(acme.id(), MONTH)).isEmpty();
        assertRows(tx -> tx.usage().corrected(globex.id(), later)).isEmpty();
        assertRows(tx -> rows(tx.usage().sums(AccessScope.EVERYTHING, MONTH)))
                .extracting(UsageSum::quantity)
                .containsExactly(new BigDecimal("3.000000"));
        assertFound(tx -> tx.usage().last()).map(UsageRecord::billed).contains(later);
    }

    @Test
    public void theCheckFindsSumsThatAreWrong() throws Exception {
        add(web.liveId(), acme, null, "5");
        sql("UPDATE usage_day SET units = 6");
        assertRows(tx -> tx.inspection().check())
                .filteredOn(finding -> finding.check().equals("usage"))
                .noneMatch(finding -> finding.ok());
    }

    private boolean isClosed() {
        return read(store, tx -> tx.statements().isClosed(acme.id(), MONTH));
    }

    @Test
    public void theIssuerIsEmptyUntilItIsSet() {
        assertThat(issuer()).isEqualTo(Issuer.NONE);
        change(store, tx -> tx.issuer().set(ISSUER));
        assertThat(issuer()).isEqualTo(ISSUER);
        change(store, tx -> tx.issuer().set(Issuer.NONE));
        assertThat(issuer()).isEqualTo(Issuer.NONE);
    }

    private Issuer issuer() {
        return read(store, tx -> tx.issuer().current());
    }

    @Test
    public void closedStatementsOutliveTheOrganization() {
        Instant closedAt = T2;
        Statement statement = new Statement(
                acme.id(),
                acme.slug(),
                MONTH,
                new Line("Acme"),
                new Description("a\nb"),
                Line.NONE,
                null,
                30,
                KWD,
                Percentage.parse("12.5"),
                ISSUER,
                DAY,
                closedAt,
                List.of(new StatementLine(
                        StatementLine.Kind.USAGE,
                        "team",
                        "active-users",
                        "some",
                        new BigDecimal("1.5"),
                        "active-users",
                        new BigDecimal("0.001"),
                        1,
                        Money.parse("KWD 0.002"))));
        assertThat(isClosed()).isFalse();
        change(store, tx -> tx.statements().insert(statement));
        assertFound(tx -> tx.statements().find(acme.id(), MONTH)).contains(statement);
        assertRows(tx -> tx.statements().ofPurged(MONTH)).isEmpty();
        change(store, tx -> tx.organizations().purge(acme.id()));
        assertRows(tx -> tx.statements().ofPurged(MONTH)).containsExactly(statement);
        assertThat(isClosed()).isTrue();
    }
}
