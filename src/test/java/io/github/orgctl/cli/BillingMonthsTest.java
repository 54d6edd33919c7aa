package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.core.access.Members;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.store.JdbcStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Billing across months: closing, corrections, moves, trash and purges. */
class BillingMonthsTest {
    private CliHarness orgctl;
    private Path work;

    @BeforeEach
    void makeTwoOrganizations(@TempDir Path folder) {
        orgctl = new CliHarness(folder).at(Instant.parse("2026-01-01T00:00:00Z"));
        work = orgctl.work();
        orgctl.must("org", "create", "Acme");
        orgctl.must("org", "create", "Globex");
        orgctl.must("project", "create", "Web", "--org", "acme");
        orgctl.must(
                "billing", "plan", "create", "team", "--currency", "EUR", "--base", "31", "--meter", "users=10:free,1");
        orgctl.must("billing", "update", "--org", "acme", "--plan", "team");
        orgctl.must("billing", "update", "--org", "globex", "--plan", "team");
    }

    private CliHarness.Outcome record(String quantity, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "billing", "usage", "record", "--env", "acme/web:live", "--metric", "users", "--quantity=" + quantity));
        words.addAll(List.of(more));
        return orgctl.run(words.toArray(new String[0]));
    }

    private void use(String quantity, String at) {
        CliHarness.Outcome outcome = record(quantity, "--at", at);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
    }

    private String total(String organization, String period) {
        return orgctl.must(
                        "billing",
                        "statement",
                        "--org",
                        organization,
                        "--period",
                        period,
                        "--totals",
                        "-o",
                        "csv",
                        "--fields",
                        "amount",
                        "--no-header")
                .strip();
    }

    @Test
    void aClosedStatementKeepsItsIssuer() {
        orgctl.must("billing", "issuer", "set", "--name", "First Ltd");
        orgctl.at(Instant.parse("2026-02-02T00:00:00Z"));
        orgctl.must("billing", "statement", "--org", "acme", "--period", "2026-01", "--close");
        orgctl.must("billing", "issuer", "set", "--name", "Second Ltd");
        assertThat(page("2026-01")).contains("First Ltd").doesNotContain("Second Ltd");
        assertThat(page("2026-02")).contains("Second Ltd").doesNotContain("First Ltd");
    }

    private String page(String period) {
        return orgctl.must("billing", "statement", "--org", "acme", "--period", period, "--format", "html");
    }

    @Test
    void aClosedMonthStaysAsItIs() {
        orgctl.at(Instant.parse("2026-02-03T00:00:00Z"));
        use("15", "2026-01-31T23:59:59.999Z");
        assertThat(total("acme", "2026-01")).isEqualTo("36.00");
        CliHarness.Outcome dryRun = orgctl.run(
                "billing", "statement", "--all-orgs", "--period", "2026-01", "--close", "--dry-run", "--totals");
        assertThat(dryRun.exit()).isZero();
        use("1", "2026-01-31T00:00:00Z");
        CliHarness.Outcome closed =
                orgctl.run("billing", "statement", "--all-orgs", "--period", "2026-01", "--close", "--totals");
        assertThat(closed.exit()).isZero();
        assertThat(closed.out()).contains("acme, 2026-01, closed", "globex, 2026-01, closed");

        CliHarness.Outcome late = record("1", "--at", "2026-01-31T00:00:00Z");
        assertThat(late.exit()).isEqualTo(5);
        assertThat(late.err())
                .contains("2026-01 is closed for the organization acme", "in 2026-02 with --corrects 2026-01");
        CliHarness.Outcome early =
                orgctl.run("billing", "update", "--org", "acme", "--plan", "free", "--from", "2026-01-15");
        assertThat(early.exit()).isEqualTo(5);
        orgctl.must("billing", "update", "--org", "acme", "--discount", "50");
        orgctl.must("billing", "plan", "update", "team", "--base", "62");
        assertThat(total("acme", "2026-01")).isEqualTo("37.00");
        CliHarness.Outcome again =
                orgctl.run("billing", "statement", "--all-orgs", "--period", "2026-01", "--close", "--totals");
        assertThat(again.exit()).isZero();
        assertThat(again.err()).contains("closed now: 0, before: 2");

        use("-1", "2026-02-02T00:00:00Z");
        assertThat(orgctl.run("billing", "statement", "--org", "acme", "--period", "2026-02", "--close")
                        .exit())
                .isEqualTo(5);
    }

    @Test
    void whatIsThereCanBeSentAgainAfterItsMonthWasClosed() throws IOException {
        String environment =
                orgctl.must("env", "show", "acme/web:live", "-o", "ids").strip();
        orgctl.at(Instant.parse("2026-02-03T00:00:00Z"));
        String header = "environment,metric,quantity,at,key\n";
        String line = environment + ",users,15,2026-01-20T00:00:00Z,k1\n";
        Files.writeString(work.resolve("january.csv"), header + line);
        orgctl.must("billing", "usage", "import", "-f", "january.csv");
        orgctl.must("billing", "statement", "--all-orgs", "--period", "2026-01", "--close");

        assertThat(orgctl.run("billing", "usage", "import", "-f", "january.csv").err())
                .contains("their keys already exist: 1");
        assertThat(record("15", "--at", "2026-01-20T00:00:00Z", "--key", "k1").err())
                .contains("already recorded");
        assertThat(record("15", "--at", "2026-01-20T00:00:00Z", "--key", "k1").exit())
                .isZero();
        assertThat(record("16", "--at", "2026-01-20T00:00:00Z", "--key", "k1").exit())
                .isEqualTo(4);
        assertThat(record("15", "--at", "2026-01-20T00:00:00Z", "--key", "k2").exit())
                .isEqualTo(5);
        assertThat(record("15", "--at", "2026-01-20T00:00:00Z", "--key", "k2").err())
                .contains("2026-01 is closed for the organization acme");

        Files.writeString(
                work.resolve("more.csv"),
                header + environment + ",users,1,2026-02-01T00:00:00Z,k3\n" + line + line.replace("k1", "k2")
                        + line.replace(",k1", ","));
        CliHarness.Outcome more = orgctl.run("billing", "usage", "import", "-f", "more.csv");
        assertThat(more.exit()).isEqualTo(5);
        assertThat(more.err())
                .contains("line 4: 2026-01 is closed for the organization acme")
                .contains("line 5: 2026-01 is closed for the organization acme")
                .doesNotContain("line 2", "line 3");
        assertThat(orgctl.must("billing", "usage", "list", "--org", "acme", "-o", "ids"))
                .isEqualTo("1\n");
    }

    @Test
    void aCorrectionGivesBackWhatWasCharged() throws IOException {
        orgctl.must("billing", "plan", "update", "team", "--base", "0", "--meter", "users=1000:1,0.01");
        orgctl.must("billing", "update", "--org", "acme", "--discount", "10");
        orgctl.at(Instant.parse("2026-01-02T00:00:00Z"));
        use("51000", "2026-01-02T00:00:00Z");
        orgctl.at(Instant.parse("2026-02-03T00:00:00Z"));
        assertThat(record("-1", "--corrects", "2026-01").err())
                .contains("2026-01 is not closed for the organization acme");
        orgctl.must("billing", "statement", "--org", "acme", "--period", "2026-01", "--close");
        assertThat(total("acme", "2026-01")).isEqualTo("1350.00");
        orgctl.must("billing", "update", "--org", "acme", "--discount", "50");
        orgctl.must("billing", "plan", "update", "team", "--meter", "users=77");

        assertThat(record("-50000", "--corrects", "2026-01").exit()).isZero();
        assertThat(orgctl.must(
                        "billing", "statement", "--org", "acme", "-o", "csv", "--fields", "kind,description,amount"))
                .contains("\"2026-01: 1,000 users instead of 51,000\",-500.00")
                .contains("correction,2026-01: its discount of 10 %,50.00");
        assertThat(total("acme", "2026-02")).isEqualTo("-450.00");
        assertThat(total("acme", "2026-01")).isEqualTo("1350.00");
        assertThat(record("-5000", "--corrects", "2026-01").exit()).isZero();
        assertThat(total("acme", "2026-02")).isEqualTo("-1350.00");

        orgctl.at(Instant.parse("2026-03-03T00:00:00Z"));
        orgctl.must("billing", "statement", "--org", "acme", "--period", "2026-02", "--close");
        String environment =
                orgctl.must("env", "show", "acme/web:live", "-o", "ids").strip();
        Files.writeString(
                work.resolve("late.csv"),
                "environment,metric,quantity,at,corrects\n" + environment + ",users,4010,2026-01-05T00:00:00Z,2026-01\n"
                        + environment + ",users,1,,2026-02\n");
        orgctl.must("billing", "usage", "import", "-f", "late.csv");
        assertThat(total("acme", "2026-02")).isEqualTo("-1350.00");
        assertThat(orgctl.must("billing", "statement", "--org", "acme", "-o", "csv", "--fields", "description,amount"))
                .contains("\"2026-01: 10 users instead of -4,000\",10.00", "2026-02: 1 users instead of 0,77.00");
        assertThat(total("acme", "2026-03")).isEqualTo("47.50");
    }

    @Test
    void noMonthIsClosedBeforeTheOrganizationWasThere() {
        CliHarness.Outcome refused =
                orgctl.run("billing", "statement", "--org", "acme", "--period", "2025-12", "--close");
        assertThat(refused.exit()).isEqualTo(5);
        assertThat(refused.err()).contains("the organization acme was created on 2026-01-01", "--period 2026-01");
    }

    private CliHarness.Outcome closeAllAs(String person) {
        return orgctl.run("billing", "statement", "--all-orgs", "--period", "2026-01", "--close", "--as", person);
    }

    @Test
    void closingTellsWhatItLeavesOut() {
        People people = new People(orgctl);
        people.add("acme", "o@x.example", Role.OWNER, MemberStatus.ACTIVE);
        people.add("globex", "o@x.example", Role.ADMIN, MemberStatus.ACTIVE);
        people.add("acme", "a@x.example", Role.ADMIN, MemberStatus.ACTIVE);
        people.add("globex", "a@x.example", Role.ADMIN, MemberStatus.ACTIVE);
        orgctl.at(Instant.parse("2026-02-03T00:00:00Z"));
        CliHarness.Outcome none = closeAllAs("a@x.example");
        assertThat(none.exit()).isEqualTo(6);
        assertThat(none.err()).contains("in any of the 2 organizations that existed in 2026-01");
        CliHarness.Outcome one = closeAllAs("o@x.example");
        assertThat(one.exit()).isZero();
        assertThat(one.err())
                .contains("closed now: 1", "organizations skipped because you may not close their months: 1");
    }

    @Test
    void onlyClosedMonthsAreCorrected() {
        assertThat(record("1", "--corrects", "2026-01").err())
                .contains("2026-01 is not over and can't be corrected yet");
        orgctl.at(Instant.parse("2026-02-03T00:00:00Z"));
        orgctl.must("billing", "statement", "--org", "acme", "--period", "2026-01", "--close");
        CliHarness.Outcome outside = record("1", "--corrects", "2026-01", "--at", "2026-02-01T00:00:00Z");
        assertThat(outside.exit()).isEqualTo(2);
        assertThat(outside.err()).contains("2026-02-01T00:00:00.000Z is not in 2026-01");
    }

    @Test
    void aCorrectionIsInTheCurrencyOfTheMonthThatItIsBilledIn() {
        orgctl.must("billing", "plan", "create", "yen", "--currency", "JPY", "--base", "1000");
        orgctl.must("billing", "update", "--org", "acme", "--plan", "yen", "--currency", "JPY", "--from", "2026-02-01");
        orgctl.at(Instant.parse("2026-02-03T00:00:00Z"));
        orgctl.must("billing", "statement", "--all-orgs", "--period", "2026-01", "--close");
        CliHarness.Outcome refused = record("1", "--corrects", "2026-01");
        assertThat(refused.exit()).isEqualTo(5);
        assertThat(refused.err()).contains("the organization acme would have prices in JPY and EUR in 2026-02");
        orgctl.must("project", "create", "Web", "--org", "globex");
        orgctl.must("billing", "usage", "record", "--env", "globex/web:live", "--metric", "users", "--quantity", "1");
    }

    @Test
    void aProjectThatMovesTakesNoPastWithIt() {
        orgctl.at(Instant.parse("2026-01-10T00:00:00Z"));
        orgctl.must("project", "move", "acme/web", "--to", "globex");
        orgctl.at(Instant.parse("2026-02-01T00:00:00Z"));
        String environment =
                orgctl.must("env", "show", "globex/web:live", "-o", "ids").strip();
        for (String day : new String[] {"05", "20"}) {
            orgctl.must(
                    "billing",
                    "usage",
                    "record",
                    "--env",
                    environment,
                    "--metric",
                    "users",
                    "--quantity",
                    "11",
                    "--at",
                    "2026-01-" + day + "T00:00:00Z");
        }
        assertThat(total("acme", "2026-01")).isEqualTo("32.00");
        assertThat(total("globex", "2026-01")).isEqualTo("32.00");
        orgctl.must("project", "delete", "globex/web", "--confirm", "web", "--purge");
        assertThat(total("globex", "2026-01")).isEqualTo("32.00");
    }

    @Test
    void theTrashCostsNothingAndPurgingWaitsForTheBill() {
        orgctl.at(Instant.parse("2026-01-10T12:00:00Z"));
        orgctl.must("org", "delete", "acme", "--confirm", "acme");
        orgctl.at(Instant.parse("2026-02-10T12:00:00Z"));
        CliHarness.Outcome refused = orgctl.run("org", "delete", "acme", "--confirm", "acme", "--purge");
        assertThat(refused.exit()).isEqualTo(5);
        assertThat(refused.err()).contains("2026-01: EUR 10.00");
        CliHarness.Outcome closed =
                orgctl.run("billing", "statement", "--all-orgs", "--period", "2026-01", "--close", "--totals");
        assertThat(closed.out()).containsPattern("acme, 2026-01, closed +(- +){4}10.00");
        assertThat(orgctl.must("billing", "statement", "--org", "globex", "--period", "2026-01", "--format", "html"))
                .contains(
                        "<dt>Number</dt><dd>globex-<span class=\"d\">2026-01</span></dd>",
                        "<dt>Issued</dt><dd><span class=\"d\">2026-02-10</span></dd>",
                        "<dt>Due</dt><dd><span class=\"d\">2026-03-12</span></dd>",
                        ".00 EUR / ");
        orgctl.must("org", "delete", "acme", "--confirm", "acme", "--purge");
        assertThat(orgctl.must("billing", "statement", "--all-orgs", "--period", "2026-01", "--totals"))
                .containsPattern("acme, 2026-01, closed +(- +){4}10.00");
    }

    @Test
    void theTrashKeepsWhatIsMeantForLaterAndCostsNothingWhateverIsChangedInIt() {
        orgctl.must("billing", "plan", "create", "more", "--currency", "EUR", "--base", "28");
        orgctl.must("billing", "update", "--org", "acme", "--plan", "more", "--from", "2026-02-15");
        orgctl.at(Instant.parse("2026-01-10T12:00:00Z"));
        orgctl.must("org", "delete", "acme", "--confirm", "acme");
        orgctl.must("org", "restore", "acme");
        orgctl.must("org", "delete", "acme", "--confirm", "acme");
        orgctl.at(Instant.parse("2026-01-21T12:00:00Z"));
        orgctl.must("org", "restore", "acme");
        assertThat(orgctl.must("billing", "show", "--org", "acme", "--fields", "plans,pauses"))
                .contains("2026-01-01=team 2026-02-15=more", "2026-01-11..2026-01-20");
        orgctl.must("billing", "update", "--org", "acme", "--currency", "EUR", "--from", "2026-01-15");
        orgctl.must("billing", "update", "--org", "acme", "--plan", "more", "--from", "2026-01-15");
        orgctl.at(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(orgctl.must("billing", "statement", "--org", "acme", "--period", "2026-01", "-o", "csv"))
                .contains("base,\"team v1: 10 of 31 days")
                .contains("base,\"more v1: 11 of 31 days, 2026-01-21 to 2026-01-31");
        assertThat(total("acme", "2026-02")).isEqualTo("28.00");
    }

    @Test
    void whoIsInTheTrashHoldsNoPlanUpAndComesBackInItsCurrency() {
        orgctl.must("org", "create", "Initech");
        orgctl.must("billing", "update", "--org", "initech", "--plan", "standard");
        orgctl.must("org", "delete", "initech", "--confirm", "initech");
        orgctl.must("billing", "plan", "update", "standard", "--currency", "EUR", "--base", "31");
        orgctl.at(Instant.parse("2026-02-01T00:00:00Z"));
        orgctl.must("org", "restore", "initech");
        assertThat(orgctl.must("billing", "show", "--org", "initech", "--fields", "currency"))
                .contains("EUR");
        assertThat(total("initech", "2026-01")).isEqualTo("1.00");
    }

    @Test
    void aMonthHasOneCurrency() {
        orgctl.must("billing", "plan", "create", "yen", "--currency", "JPY", "--base", "1000");
        orgctl.at(Instant.parse("2026-01-15T00:00:00Z"));
        CliHarness.Outcome refused =
                orgctl.run("billing", "update", "--org", "acme", "--plan", "yen", "--currency", "JPY");
        assertThat(refused.exit()).isEqualTo(5);
        assertThat(refused.err()).contains("--from 2026-02-01");
        orgctl.must("billing", "update", "--org", "acme", "--plan", "yen", "--currency", "JPY", "--from", "2026-02-01");
        orgctl.at(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(total("acme", "2026-01")).isEqualTo("31.00");
        assertThat(total("acme", "2026-02")).isEqualTo("1000");
    }

    @Test
    void aPlanThatComesIntoACurrencyFindsNoOtherInTheMonth() {
        orgctl.must("billing", "plan", "create", "later");
        orgctl.at(Instant.parse("2026-01-15T00:00:00Z"));
        CliHarness.Outcome account =
                orgctl.run("billing", "update", "--org", "acme", "--plan", "later", "--currency", "JPY");
        assertThat(account.exit()).isZero();
        CliHarness.Outcome refused =
                orgctl.run("billing", "plan", "update", "later", "--currency", "JPY", "--base", "600");
        assertThat(refused.exit()).isEqualTo(5);
        assertThat(refused.err())
                .contains("the organization acme would have prices in EUR and JPY in 2026-01", "--from 2026-02-01");
        orgctl.must("billing", "plan", "update", "later", "--currency", "JPY", "--base", "600", "--from", "2026-02-01");
        orgctl.at(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(total("acme", "2026-01")).isEqualTo("14.00");
        assertThat(total("acme", "2026-02")).isEqualTo("600");
    }

    @Test
    void onlyWhoIsOnAPlanThenKeepsItFromACurrency() {
        orgctl.must("billing", "update", "--org", "acme", "--plan", "standard", "--from", "2026-02-01");
        orgctl.must("billing", "plan", "create", "yen", "--currency", "JPY", "--base", "1000");
        orgctl.at(Instant.parse("2026-02-15T00:00:00Z"));
        orgctl.must("billing", "update", "--org", "acme", "--plan", "yen", "--currency", "JPY", "--from", "2026-03-01");
        CliHarness.Outcome refused =
                orgctl.run("billing", "plan", "update", "standard", "--currency", "USD", "--base", "5");
        assertThat(refused.exit()).isEqualTo(5);
        assertThat(refused.err())
                .contains("the account of the organization acme on the price plan standard is in EUR, not USD");
        orgctl.must(
                "billing", "plan", "update", "standard", "--currency", "USD", "--base", "5", "--from", "2026-03-01");
    }

    @Test
    void noPlanIsChargedBeforeItsFirstDay() {
        orgctl.must("billing", "plan", "create", "next", "--currency", "EUR", "--base", "1", "--from", "2026-02-01");
        CliHarness.Outcome refused = orgctl.run("billing", "update", "--org", "acme", "--plan", "next");
        assertThat(refused.exit()).isEqualTo(5);
        assertThat(refused.err())
                .contains("the price plan next starts on 2026-02-01", "--from 2026-02-01 or a later day");
        orgctl.must("billing", "update", "--org", "acme", "--plan", "next", "--from", "2026-02-01");
    }

    @Test
    void anImportIsAllOrNothing() throws IOException {
        orgctl.at(Instant.parse("2026-01-20T00:00:00Z"));
        String environment =
                orgctl.must("env", "show", "acme/web:live", "-o", "ids").strip();
        String good = environment + ",users,1,2026-01-05T00:00:00Z,k";
        StringBuilder csv = new StringBuilder("environment,metric,quantity,at,key\n");
        for (int i = 0; i < 2500; i++) {
            csv.append(good).append(i).append('\n');
        }
        Files.writeString(work.resolve("good.csv"), csv);
        Files.writeString(
                work.resolve("bad.csv"),
                csv + environment + ",users,x,,\n" + environment + ",users,7,,k3\n"
                        + "00000000-0000-4000-8000-999999999999,users,1,,\n");
        CliHarness.Outcome refused = orgctl.run("billing", "usage", "import", "-f", "bad.csv");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err())
                .contains(
                        "line 2502: 'x' is not a quantity",
                        "line 2503: the idempotency key k3 was already used for 1 users")
                .contains("line 2504: no environment has the ID");
        assertThat(total("acme", "2026-01")).isEqualTo("20.00");
        orgctl.must("billing", "usage", "import", "-f", "good.csv");
        CliHarness.Outcome again = orgctl.run("billing", "usage", "import", "-f", "good.csv");
        assertThat(again.err()).contains("their keys already exist: 2500");
        assertThat(total("acme", "2026-01")).isEqualTo("2510.00");
        assertThat(orgctl.terminals("e")
                        .run("billing", "usage", "import", "-f", "good.csv")
                        .err())
                .contains("Reading");
    }

    private int as(Role role, String... words) {
        orgctl.set("ORGCTL_ACTOR", role + "@acme.example");
        return orgctl.run(words).exit();
    }

    @Test
    void ownersChangeAdminsReadAndOthersDoNeither() {
        try (Store store = JdbcStore.open(orgctl.storeFile().toString(), Map.of())) {
            store.inTx(Store.Purpose.CHANGE, tx -> {
                Organization acme = tx.organizations().find(new Slug("acme")).orElseThrow();
                for (Role role : Role.values()) {
                    new Members(tx).insert(member(acme, role));
                }
                return null;
            });
        }
        String environment =
                orgctl.must("env", "show", "acme/web:live", "-o", "ids").strip();
        orgctl.at(Instant.parse("2026-02-03T00:00:00Z"));
        for (Role role : Role.values()) {
            boolean reads = role.compareTo(Role.ADMIN) >= 0;
            int reading = reads ? 0 : 6;
            int changing = role == Role.OWNER ? 0 : 6;
            assertThat(as(role, "billing", "show", "--org", "acme")).isEqualTo(reading);
            assertThat(as(role, "billing", "usage", "list", "--org", "acme")).isEqualTo(reading);
            assertThat(as(role, "billing", "usage", "summary", "--org", "acme")).isEqualTo(reading);
            assertThat(as(role, "billing", "statement", "--org", "acme")).isEqualTo(reading);
            assertThat(as(role, "billing", "update", "--org", "acme", "--tax-id", "of " + role))
                    .isEqualTo(changing);
            assertThat(as(role, "billing", "usage", "record", "--env", environment, "--metric", "m", "--quantity", "1"))
                    .isEqualTo(changing);
            assertThat(as(role, "billing", "statement", "--org", "acme", "--close", "--period", "2026-01"))
                    .isEqualTo(changing);
            assertThat(as(role, "billing", "show", "--org", "globex")).isEqualTo(3);
            assertThat(as(role, "billing", "plan", "list")).isZero();
            assertThat(as(role, "billing", "plan", "create", "mine")).isEqualTo(6);
            assertThat(as(role, "billing", "plan", "update", "team", "--base", "1"))
                    .isEqualTo(6);
            assertThat(as(role, "billing", "plan", "retire", "team")).isEqualTo(6);
            for (String list : new String[] {"statement", "usage summary"}) {
                List<String> words = new ArrayList<>(List.of("billing"));
                words.addAll(List.of(list.split(" ")));
                words.addAll(List.of("--all-orgs", "--fields", "organization", "--no-header"));
                assertThat(orgctl.must(words.toArray(new String[0])).lines().distinct())
                        .isSubsetOf(reads ? List.of("acme") : List.of());
            }
        }
    }

    private static Member member(Organization organization, Role role) {
        return new Member(
                new Id(UUID.randomUUID().toString()),
                organization.id(),
                organization.slug(),
                new Email(role + "@acme.example"),
                role,
                MemberStatus.ACTIVE,
                organization.createdAt(),
                organization.createdAt());
    }

    @Test
    void statementsAreSortedByAmountAndMembersByRank() {
        orgctl.at(Instant.parse("2026-01-10T00:00:00Z"));
        orgctl.must("billing", "plan", "create", "dear", "--currency", "EUR", "--base", "310");
        orgctl.must("billing", "update", "--org", "globex", "--plan", "dear");
        orgctl.must("org", "create", "Initech");
        String[] totals = {
            "billing",
            "statement",
            "--all-orgs",
            "--totals",
            "--fields",
            "organization,amount",
            "-o",
            "csv",
            "--no-header"
        };
        List<String> sorted = new ArrayList<>(List.of(totals));
        sorted.addAll(List.of("--sort", "amount:desc"));
        assertThat(orgctl.must(sorted.toArray(new String[0]))).isEqualTo("globex,19.00\nacme,10.00\ninitech,0.00\n");
        People people = new People(orgctl);
        for (Role role : Role.values()) {
            people.add("acme", role + "@x.example", role, MemberStatus.ACTIVE);
        }
        assertThat(orgctl.must(
                        "member",
                        "list",
                        "--org",
                        "acme",
                        "--sort",
                        "role:desc",
                        "--fields",
                        "role",
                        "-o",
                        "csv",
                        "--no-header"))
                .isEqualTo("owner\nadmin\ndeveloper\nviewer\n");
        assertThat(orgctl.must(
                        "member",
                        "list",
                        "--org",
                        "acme",
                        "--sort",
                        "role",
                        "--after",
                        "admin@x.example",
                        "--fields",
                        "role",
                        "-o",
                        "csv",
                        "--no-header"))
                .isEqualTo("owner\n");
    }

    @Test
    void aChartScalesEachCurrencyByItself() {
        CliHarness.Outcome nothing =
                orgctl.run("billing", "statement", "--org", "acme", "--chart", "--period", "2025-12");
        assertThat(nothing.err()).contains("nothing was charged in these months");
        assertThat(orgctl.must("billing", "statement", "--org", "acme", "--period", "2025-12", "--format", "html"))
                .contains("Last twelve months: nothing was charged")
                .doesNotContain("<svg");
        orgctl.must("billing", "plan", "create", "yen", "--currency", "JPY", "--base", "1000000");
        orgctl.must("billing", "update", "--org", "acme", "--plan", "yen", "--currency", "JPY", "--from", "2026-02-01");
        orgctl.at(Instant.parse("2026-03-31T23:00:00Z"));
        assertThat(orgctl.must(
                        "billing",
                        "statement",
                        "--org",
                        "acme",
                        "--chart",
                        "-o",
                        "csv",
                        "--fields",
                        "period,currency,bar"))
                .contains("2026-01,EUR," + "█".repeat(30), "2026-02,JPY," + "█".repeat(30));
        String page = orgctl.must("billing", "statement", "--org", "acme", "--format", "html");
        assertThat(page)
                .contains("each currency separately", ">EUR 31.00<", ">JPY 1,000,000<")
                .contains("<td class=\"n\">31 days</td><td class=\"n\">1,000,000 JPY / 31 days</td>")
                .contains("<th class=\"n\">1,000,000</th>");
        assertThat(page.split("height=\"120\"", -1)).hasSize(4);
    }

    @Test
    void thePageEscapesWhatPeopleWrote() {
        orgctl.must(
                "billing",
                "update",
                "--org",
                "acme",
                "--legal-name",
                "<script>alert(1)</script> & \"Söhne\"",
                "--address",
                "Line 1\nLine 2");
        String page = orgctl.must("billing", "statement", "--org", "acme", "--format", "html");
        assertThat(page)
                .startsWith("<!doctype html>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Söhne&quot;", "<br>Line 2", "<svg")
                .doesNotContain("<script", "http://", "https://");
    }
}
