package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.cli.app.CliHarness.Outcome;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.organization.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that describe billing have the same effect as the individual commands. */
class BillingDocumentsTest {
    private static final String TEAM = "apiVersion: orgctl/v1\nkind: PricePlan\nname: team\n";
    private static final String ACME = "apiVersion: orgctl/v1\nkind: Organization\nslug: acme\n";

    @TempDir
    private Path folder;

    private CliHarness cli;

    @BeforeEach
    void start() {
        cli = new CliHarness(folder).at(Instant.parse("2026-11-01T12:00:00Z"));
        cli.must("org", "create", "Acme");
        cli.must("billing", "plan", "create", "team", "--currency", "EUR", "--base", "49", "--meter", "calls=0.01");
        cli.must("billing", "update", "--org", "acme", "--plan", "team");
    }

    private void on(String day) {
        cli.at(Instant.parse(day + "T12:00:00Z"));
    }

    private void write(String text) {
        try {
            Files.writeString(cli.work().resolve("a.yaml"), text);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private Outcome run(String verb, String... options) {
        List<String> line = new ArrayList<>(List.of(verb, "-f", "a.yaml"));
        line.addAll(List.of(options));
        return cli.run(line.toArray(new String[0]));
    }

    private Outcome plan(String... options) {
        return run("plan", options);
    }

    /** Applies the documents, and sees that nothing is left to do. */
    private void apply(String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("--yes");
        Outcome outcome = run("apply", all.toArray(new String[0]));
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        Outcome left = plan(options);
        assertThat(left.exit()).as(left.out()).isZero();
    }

    private String versions() {
        return cli.must(
                "billing",
                "plan",
                "show",
                "team",
                "--all-versions",
                "-o",
                "csv",
                "--no-header",
                "--fields",
                "from,base");
    }

    private String assignments() {
        return cli.must("billing", "show", "--org", "acme", "--jq", ".plans[]");
    }

    @Test
    void anExportSaysWhatTheStoreHas() {
        cli.must("billing", "issuer", "set", "--name", "Initech Ltd");
        cli.must("billing", "plan", "update", "team", "--base", "59", "--from", "2027-01-01");
        cli.must("billing", "update", "--org", "acme", "--plan", "free", "--from", "2027-03-01");
        write(cli.must("export"));
        assertThat(plan("--drift").exit()).isZero();
        assertThat(cli.must("export"))
                .contains("kind: \"Issuer\"", "name: \"Initech Ltd\"", "base: 49", "base: 59", "from: \"2027-03-01\"")
                .doesNotContain("standard");
        cli.must("billing", "update", "--org", "acme", "--discount", "5");
        cli.must("billing", "plan", "update", "team", "--seat", "1");
        cli.must("billing", "issuer", "set", "--tax-id", "T1");
        Outcome drift = plan("--drift", "-o", "ids");
        assertThat(drift.exit()).isEqualTo(1);
        assertThat(drift.out()).isEqualTo("billing issuer taxId\nprice plan team seat\nacme billing.discount\n");
    }

    @Test
    void anExportOfOneOrganizationHasNothingOfTheStore() {
        assertThat(cli.must("export", "--org", "acme"))
                .contains("plan: \"team\"")
                .doesNotContain("PricePlan");
        assertThat(cli.must("export", "--dir", "out")).isEmpty();
        assertThat(cli.work().resolve("out/price_plans/team.yaml")).exists();
        assertThat(cli.run("plan", "-f", "out").exit()).isZero();
    }

    @Test
    void otherPricesAreANewVersion() {
        on("2026-11-10");
        write(TEAM + "base: 50\nscheduled:\n  - {from: 2027-01-01, base: 60}\n  - {from: 2027-06-01, seat: 2}\n");
        Outcome plan = plan("-o", "ids");
        assertThat(plan.exit()).isEqualTo(1);
        assertThat(plan.out())
                .isEqualTo("price plan team base\nprice plan team 2027-01-01 base\nprice plan team 2027-06-01 seat\n");
        apply();
        assertThat(versions()).isEqualTo("2026-11-01,49\n2026-11-10,50\n2027-01-01,60\n2027-06-01,60\n");
    }

    /** Neither a document nor the passing of time changes what was charged. */
    @Test
    void aVersionThatIsReleasedStaysAsItIs() {
        on("2026-12-01");
        String before = cli.must("billing", "plan", "show", "team", "--version", "1", "-o", "json");
        write(TEAM + "base: 99\nmeters: {}\nretired: true\n");
        apply();
        assertThat(cli.must("billing", "plan", "show", "team", "--version", "1", "--jq", ".base,.meters"))
                .isEqualTo("49\n{\"calls\":\"0.01\"}\n");
        assertThat(before).contains("\"2026-11-01\"");
        write(TEAM + "retired: false\n");
        Outcome plan = plan();
        assertThat(plan.exit()).isEqualTo(5);
        assertThat(plan.err()).contains("the price plan team is retired, which can't be undone");
        assertThat(run("apply", "--yes").exit()).isEqualTo(5);
    }

    @Test
    void aDocumentHoldsWhenItsDaysHaveCome() {
        write(TEAM + "base: 49\nscheduled: [{from: 2027-01-01, base: 60}]\n---\n" + ACME
                + "billing: {plan: team, currency: EUR, scheduled: [{from: 2027-02-01, plan: free, currency: USD}]}\n");
        apply();
        on("2027-03-01");
        assertThat(plan("--drift").exit()).isZero();
        cli.must("billing", "plan", "update", "team", "--base", "61");
        assertThat(plan("-o", "ids").out()).isEqualTo("price plan team base\n");
        apply();
        assertThat(versions()).endsWith("2027-03-01,61\n2027-03-01,60\n");
    }

    @Test
    void whatIsScheduledAndNotListedIsWithdrawnOnlyWhereThatIsAllowed() {
        cli.must("billing", "plan", "update", "team", "--base", "59", "--from", "2027-01-01");
        cli.must("billing", "update", "--org", "acme", "--plan", "free", "--from", "2027-03-01");
        write(TEAM + "scheduled: []\n---\n" + ACME + "billing: {scheduled: []}\n");
        Outcome kept = plan("-o", "ids");
        assertThat(kept.exit()).isZero();
        assertThat(kept.err()).contains("2 not in the documents, left alone");
        apply("--allow-delete");
        assertThat(versions()).isEqualTo("2026-11-01,49\n");
        write(TEAM + "base: 49\n---\n" + ACME + "billing: {plan: team}\n");
        assertThat(plan("--allow-delete").exit()).isZero();
        assertThat(cli.must("export")).doesNotContain("2027");
    }

    @Test
    void whatIsNotMentionedStays() {
        cli.must("billing", "update", "--org", "acme", "--plan", "free", "--from", "2027-03-01");
        cli.must("billing", "update", "--org", "acme", "--email", "a@example.com", "--trial-end", "2026-12-01");
        write(ACME + "billing: {plan: free, discount: 12.50}\n");
        apply();
        assertThat(assignments()).isEqualTo("2026-11-01=free\n");
        assertThat(cli.must("billing", "show", "--org", "acme", "--jq", ".email,.trialEnd,.discount"))
                .isEqualTo("a@example.com\n2026-12-01\n12.5\n");
        write(ACME + "billing: {email: \"\", trialEnd: \"\", discount: \"0\"}\n");
        apply();
        assertThat(cli.must("billing", "show", "--org", "acme", "--jq", ".email,.trialEnd"))
                .isEqualTo("null\nnull\n");
    }

    @Test
    void aLaterAssignmentOutlastsOneForToday() {
        cli.must("billing", "plan", "create", "big", "--currency", "EUR", "--base", "99");
        cli.must("billing", "update", "--org", "acme", "--plan", "free", "--from", "2027-03-01");
        write(ACME + "billing: {plan: big}\n");
        apply();
        assertThat(assignments()).isEqualTo("2026-11-01=big\n2027-03-01=free\n");
        write(ACME + "billing: {scheduled: [{from: 2027-05-01, plan: team}, {from: 2027-03-01, plan: big}]}\n");
        assertThat(plan("-o", "ids").out()).isEqualTo("acme billing.2027-03-01 plan\nacme billing.2027-05-01 plan\n");
        apply();
        assertThat(cli.must("export", "--org", "acme")).contains("2027-05-01").doesNotContain("2027-03-01");
    }

    /** Whichever comes first, the account or the prices, the other would be refused. */
    @Test
    void pricesAndAccountsComeIntoACurrencyTogether() {
        cli.must("org", "create", "Globex");
        write("apiVersion: orgctl/v1\nkind: Organization\nslug: globex\n"
                + "billing: {plan: standard, currency: EUR}\n---\n"
                + "apiVersion: orgctl/v1\nkind: PricePlan\nname: standard\ncurrency: EUR\nbase: 9\n");
        apply();
        assertThat(cli.must("billing", "show", "--org", "globex", "--jq", ".plan,.currency"))
                .isEqualTo("standard\nEUR\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "billing: {plan: nope} | 3",
                "billing: {plan: team, currency: USD} | 5",
                "billing: {currency: JPY} | 5",
                "billing: | 2",
                "billing: [] | 2",
                "billing: {plan: } | 2",
                "billing: {discount: 101} | 2",
                "billing: {paymentDays: 366} | 2",
                "billing: {paymentDays: 1.5} | 2",
                "billing: {currency: EURO} | 2",
                "billing: {trialEnd: soon} | 2",
                "billing: {scheduled: [{plan: free}]} | 2",
                "billing: {scheduled: [{from: 2027-01-01}, {from: 2027-01-01}]} | 2",
            })
    void whatTheCommandRefusesIsRefused(String billing, int exit) {
        write(ACME + billing + "\n");
        Outcome plan = plan();
        assertThat(plan.exit()).as(plan.err()).isEqualTo(exit);
        assertThat(run("apply", "--yes").exit()).isEqualTo(exit);
        if (exit == 2) {
            assertThat(plan.err()).containsPattern("a.yaml:[45]:[0-9]+: ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "base: -1",
                "base: 1e3",
                "base: [1]",
                "currency: null",
                "seatsIncluded: 1000001",
                "meters: {A: 1}",
                "meters: {a: \"5:1\"}",
                "scheduled: [{base: 1}]",
                "retired: \"yes\"",
                "scheduled: {}"
            })
    void malformedPricesAreRefusedWithTheirPlace(String prices) {
        write(TEAM + prices + "\n");
        Outcome plan = plan();
        assertThat(plan.exit()).as(plan.err()).isEqualTo(2);
        assertThat(plan.err()).containsPattern("a.yaml:4:[0-9]+: ");
    }

    @Test
    void aPricePlanHasOneCurrency() {
        write(TEAM + "currency: USD\n");
        assertThat(plan().exit()).isEqualTo(5);
        write("apiVersion: orgctl/v1\nkind: PricePlan\nname: new\nbase: 5\n");
        assertThat(plan().err()).contains("the price plan new: prices require a currency");
    }

    @Test
    void itTakesTheRightsOfTheCommands() {
        People people = new People(cli);
        people.add("acme", "ann@example.com", Role.ADMIN, MemberStatus.ACTIVE);
        people.add("acme", "dev@example.com", Role.DEVELOPER, MemberStatus.ACTIVE);
        people.add("acme", "own@example.com", Role.OWNER, MemberStatus.ACTIVE);
        write(TEAM + "base: 50\nretired: true\n---\napiVersion: orgctl/v1\nkind: Issuer\nname: Initech\n---\n" + ACME
                + "billing: {discount: 5}\n");
        cli.set("ORGCTL_ACTOR", "ann@example.com");
        Outcome admin = plan();
        assertThat(admin.exit()).isEqualTo(6);
        assertThat(admin.err())
                .contains(
                        "4 permissions are missing",
                        "billing.issuer.set",
                        "billing.plan.update",
                        "billing.plan.retire",
                        "billing.update");
        write(ACME + "billing: {discount: 5}\n");
        cli.set("ORGCTL_ACTOR", "dev@example.com");
        assertThat(cli.must("export")).doesNotContain("billing");
        Outcome developer = plan();
        assertThat(developer.exit()).isEqualTo(6);
        assertThat(developer.err()).contains("'billing.show' on acme");
        cli.set("ORGCTL_ACTOR", "own@example.com");
        apply();
    }

    @Test
    void aSavedPlanHoldsForThePricesItWasMadeAgainst() {
        write(TEAM + "base: 50\n");
        assertThat(plan("--out", "p").exit()).isEqualTo(1);
        cli.must("billing", "plan", "update", "team", "--seat", "1");
        Outcome stale = cli.run("apply", "p", "--yes");
        assertThat(stale.exit()).isEqualTo(4);
        assertThat(stale.err()).contains("price plan team changed since the plan was made");
        write(ACME + "billing: {discount: 5}\n");
        plan("--out", "p");
        cli.must("billing", "update", "--org", "acme", "--payment-days", "5");
        cli.must("billing", "update", "--org", "acme", "--payment-days", "30");
        assertThat(cli.run("apply", "p", "--yes").err()).contains("acme billing changed since the plan was made");
        plan("--out", "p");
        assertThat(cli.run("apply", "p", "--yes").exit()).isZero();
        write(TEAM + "base: 51\n");
        plan("--out", "p");
        cli.set("ORGCTL_STORE", folder.resolve("other.db").toString());
        assertThat(cli.run("apply", "p", "--yes").exit()).isEqualTo(8);
    }

    @Test
    void planDryRunAndApplyAreTheSame() {
        write(
                "apiVersion: orgctl/v1\nkind: Organization\nslug: new\nname: New\nbilling: {plan: huge, paymentDays: 14}\n"
                        + "---\napiVersion: orgctl/v1\nkind: PricePlan\nname: huge\ncurrency: JPY\nbase: 9000\n");
        Outcome plan = plan("-o", "json");
        Outcome dryRun = run("apply", "--dry-run", "-o", "json");
        Outcome apply = run("apply", "--yes", "-o", "json");
        assertThat(apply.exit()).as(apply.err()).isZero();
        assertThat(plan.out()).isEqualTo(dryRun.out()).isEqualTo(apply.out());
        assertThat(cli.must("billing", "show", "--org", "new", "--jq", ".plan,.currency,.paymentDays"))
                .isEqualTo("huge\nJPY\n14\n");
        assertThat(plan().exit()).isZero();
        assertThat(cli.run("audit", "verify", "--all-orgs").exit()).isZero();
    }
}
