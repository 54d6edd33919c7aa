package io.github.orgctl.core.billing;

import static io.github.orgctl.core.kernel.Acting.refused;
import static io.github.orgctl.core.kernel.Acting.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.kernel.Context;
import io.github.orgctl.core.kernel.Deletion;
import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.NewUsage;
import io.github.orgctl.core.model.billing.Quantity;
import io.github.orgctl.core.model.billing.UsageKey;
import io.github.orgctl.core.model.billing.UsageRecord;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.port.UsageSource;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Acme has the project Website since 10 November 2026; Other has no projects. */
class UsageServiceTest {
    private static final Metric CALLS = new Metric("calls");
    private static final EnvironmentReference LIVE = EnvironmentReference.parse("acme/website:live");
    private static final Period NOVEMBER = Period.parse("2026-11");

    private static void inAcme(BiConsumer<Acting, Project> test) {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            operator.organization("Other");
            test.accept(operator, operator.project("acme", "Website"));
        });
    }

    private static Change<UsageRecord> record(Acting acting, String quantity, String at, String key, String corrects) {
        return acting.usage()
                .record(
                        LIVE,
                        CALLS,
                        Quantity.parse(quantity),
                        at == null ? null : Instant.parse(at),
                        key == null ? null : new UsageKey(key),
                        corrects == null ? null : Period.parse(corrects));
    }

    private static Change<UsageRecord> record(Acting acting, String quantity) {
        return record(acting, quantity, null, null, null);
    }

    private static EnvironmentReference byId(Project project) {
        return new EnvironmentReference.ById(project.liveId(), null);
    }

    private static void move(Acting acting) {
        acting.projects()
                .move(ProjectReference.parse("acme/website"), OrganizationReference.parse("other"), null, false);
    }

    private static String sums(Acting acting, boolean all, String period) {
        return rows(acting.usage().summary(all, period == null ? null : Period.parse(period))).stream()
                .map(sum -> sum.environment() + " " + sum.metric() + " "
                        + sum.quantity().stripTrailingZeros().toPlainString() + " in " + sum.records())
                .toList()
                .toString();
    }

    private static Acting december(Acting acting) {
        Acting december = acting.at("2026-12-05T00:00:00Z");
        december.in("acme").statements().close(false, NOVEMBER);
        return december;
    }

    @Test
    void recordsNowOrAtATime() {
        inAcme((acting, website) -> {
            Acting later = acting.at("2026-11-12T00:00:00Z");
            Change<UsageRecord> now = record(later, "1.5");
            assertThat(now.made()).isTrue();
            assertThat(now.value().at()).isEqualTo(later.now());
            assertThat(now.value().quantity()).isEqualTo(Quantity.parse("1.5"));
            assertThat(later.lastEvent(website.organizationId()))
                    .isEqualTo("billing.usage.record acme/website:live: metric null -> calls, "
                            + "quantity null -> 1.5, at null -> 2026-11-12T00:00:00.000Z");
            assertThat(record(later, "2", "2026-11-11T00:00:00Z", null, null)
                            .value()
                            .at())
                    .isEqualTo("2026-11-11T00:00:00Z");
            assertThat(record(later, "1", "2026-11-12T00:00:00Z", null, null).made())
                    .isTrue();
            assertThat(sums(acting.in("acme"), false, null)).isEqualTo("[acme/website:live calls 4.5 in 3]");
            refused(Kind.RULE, () -> record(later, "1", "2026-11-12T00:00:00.001Z", null, null));
            refused(Kind.RULE, () -> record(later, "1", "2026-11-09T00:00:00Z", null, null));
        });
    }

    @Test
    void aKeyCountsOnce() {
        inAcme((acting, website) -> {
            Change<UsageRecord> first = record(acting, "3", null, "k1", null);
            Change<UsageRecord> again = record(acting, "3", null, "k1", null);
            assertThat(again.made()).isFalse();
            assertThat(again.value()).isEqualTo(first.value());
            assertThat(sums(acting, true, null)).isEqualTo("[acme/website:live calls 3 in 1]");
            refused(Kind.CONFLICT, () -> record(acting, "4", null, "k1", null));
        });
        inAcme((acting, website) -> {
            record(acting, "3", null, "k1", null);
            refused(Kind.CONFLICT, () -> acting.usage()
                    .record(LIVE, new Metric("jobs"), Quantity.parse("3"), null, new UsageKey("k1"), null));
        });
    }

    @Test
    void aClosedMonthTakesNothingButCorrectionsAndRepetitions() {
        inAcme((acting, website) -> {
            record(acting, "3", null, "k1", null);
            Acting december = december(acting);
            refused(Kind.RULE, () -> record(december, "1", "2026-11-20T00:00:00Z", null, null));
            assertThat(record(december, "3", "2026-11-10T13:00:00Z", "k1", null).made())
                    .isFalse();
            refused(Kind.RULE, () -> record(december, "1", "2026-11-20T00:00:00Z", "k2", null));
        });
    }

    @Test
    void correctsWhatIsClosed() {
        inAcme((acting, website) -> {
            record(acting, "3");
            Acting december = december(acting);
            UsageRecord last = record(december, "-1", null, null, "2026-11").value();
            assertThat(last.at()).isEqualTo("2026-11-30T23:59:59.999Z");
            assertThat(last.billed()).isEqualTo(Period.parse("2026-12"));
            assertThat(december.lastEvent(website.organizationId())).endsWith("corrects null -> 2026-11");
            assertThat(record(december, "5", "2026-11-20T00:00:00Z", null, "2026-11")
                            .made())
                    .isTrue();
            refused(Kind.USAGE, () -> record(december, "1", "2026-12-01T00:00:00Z", null, "2026-11"));
            refused(Kind.RULE, () -> record(december, "1", null, null, "2026-12"));
            refused(Kind.RULE, () -> record(december, "1", null, null, "2027-01"));
        });
    }

    @Test
    void anOpenMonthNeedsNoCorrection() {
        inAcme((acting, website) ->
                refused(Kind.RULE, () -> record(acting.at("2026-12-05T00:00:00Z"), "1", null, null, "2026-11")));
    }

    @Test
    void belongsToWhoHadTheProjectThen() {
        inAcme((acting, website) -> {
            Acting after = acting.at("2026-11-20T00:00:00Z");
            move(after);
            Acting later = acting.at("2026-11-21T00:00:00Z");
            UsageService usage = later.usage();
            UsageRecord before = usage.record(
                            byId(website),
                            CALLS,
                            Quantity.parse("1"),
                            Instant.parse("2026-11-15T00:00:00Z"),
                            null,
                            null)
                    .value();
            UsageRecord now = usage.record(byId(website), CALLS, Quantity.parse("2"), null, null, null)
                    .value();
            assertThat(before.organization()).hasToString("acme");
            assertThat(now.organization()).hasToString("other");
            assertThat(sums(later.in("acme"), false, null)).contains("calls 1 in 1");
            assertThat(sums(later.in("other"), false, null)).contains("calls 2 in 1");
            refused(Kind.USAGE, () -> later.in("other")
                    .usage()
                    .record(
                            byId(website),
                            CALLS,
                            Quantity.parse("1"),
                            Instant.parse("2026-11-15T00:00:00Z"),
                            null,
                            null));
        });
    }

    @Test
    void theTrashTakesOnlyWhatWasBefore() {
        inAcme((acting, website) -> {
            acting.projects().delete(ProjectReference.parse("acme/website"), new Deletion("website", false, false));
            Acting later = acting.at("2026-11-20T00:00:00Z");
            UsageService usage = later.usage();
            refused(
                    Kind.RULE,
                    () -> usage.record(
                            byId(website),
                            CALLS,
                            Quantity.parse("1"),
                            Instant.parse("2026-11-15T00:00:00Z"),
                            null,
                            null));
            refused(Kind.RULE, () -> usage.record(byId(website), CALLS, Quantity.parse("1"), null, null, null));
            assertThat(usage.record(byId(website), CALLS, Quantity.parse("1"), Acting.START, null, null)
                            .made())
                    .isTrue();
        });
    }

    @Test
    void ownersRecordAndAdminsRead() {
        inAcme((acting, website) -> {
            acting.join("acme", "adam@example.com", Role.ADMIN);
            acting.join("acme", "dora@example.com", Role.DEVELOPER);
            Acting adam = acting.as("adam@example.com");
            refused(Kind.FORBIDDEN, () -> record(adam, "1"));
            record(acting, "1");
            assertThat(sums(adam, true, null)).contains("calls 1");
            assertThat(sums(acting.as("dora@example.com"), true, null)).isEqualTo("[]");
            refused(Kind.FORBIDDEN, () -> sums(acting.as("dora@example.com").in("acme"), false, null));
            refused(Kind.NOT_FOUND, () -> acting.as("eve@example.com")
                    .usage()
                    .record(byId(website), CALLS, Quantity.parse("1"), null, null, null));
            Acting token = acting.with(acting.token("acme", "ci", Role.OWNER, "website", null));
            assertThat(token.usage()
                            .record(byId(website), CALLS, Quantity.parse("1"), null, null, null)
                            .made())
                    .isTrue();
            acting.project("acme", "App");
            Acting other = acting.with(acting.token("acme", "other", Role.OWNER, "app", null));
            refused(Kind.NOT_FOUND, () -> other.usage()
                    .record(byId(website), CALLS, Quantity.parse("1"), null, null, null));
        });
    }

    @Test
    void listsByEnvironmentMetricAndMonth() {
        inAcme((acting, website) -> {
            record(acting, "1");
            acting.usage().record(LIVE, new Metric("jobs"), Quantity.parse("2"), null, null, null);
            record(acting.at("2026-12-05T00:00:00Z"), "3");
            Acting acme = acting.in("acme");
            assertThat(quantities(acme, null, null, null)).containsExactly("1", "2", "3");
            assertThat(quantities(acme, LIVE, null, null)).containsExactly("1", "2", "3");
            assertThat(quantities(acme, byId(website), CALLS, null)).containsExactly("1", "3");
            assertThat(quantities(acme, EnvironmentReference.parse("acme/website:sandbox"), null, null))
                    .isEmpty();
            assertThat(quantities(acme, null, null, "2026-12")).containsExactly("3");
            List<UsageRecord> all = rows(acme.usage().list(null, null, null, Acting.all()));
            Page<Long> behind = new Page<>(null, all.get(0).number(), null);
            assertThat(rows(acme.usage().list(null, null, null, behind))).isEqualTo(all.subList(1, 3));
            refused(Kind.NOT_FOUND, () -> acting.in("other").usage().list(null, null, null, behind));
            refused(Kind.USAGE, () -> quantities(acting.in("other"), byId(website), null, null));
        });
    }

    private static List<String> quantities(
            Acting acting, EnvironmentReference environment, Metric metric, String period) {
        Period month = period == null ? null : Period.parse(period);
        return rows(acting.usage().list(environment, metric, month, Acting.all())).stream()
                .map(record -> record.quantity().toString())
                .toList();
    }

    @Test
    void listsWhatEachOwnerHadOfAnEnvironment() {
        inAcme((acting, website) -> {
            record(acting, "1");
            move(acting.at("2026-11-20T00:00:00Z"));
            acting.at("2026-11-21T00:00:00Z")
                    .usage()
                    .record(byId(website), CALLS, Quantity.parse("2"), null, null, null);
            assertThat(quantities(acting, byId(website), null, null)).containsExactly("2");
            assertThat(quantities(acting.in("acme"), byId(website), null, null)).containsExactly("1");
            assertThat(quantities(acting.in("other"), byId(website), null, null))
                    .containsExactly("2");
            EnvironmentReference sandbox = new EnvironmentReference.ById(website.liveId(), Mode.SANDBOX);
            refused(Kind.USAGE, () -> quantities(acting, sandbox, null, null));
            Acting careful = acting.with(new Context(null, null, null, null, website.sandboxId()));
            refused(Kind.REFUSED, () -> quantities(careful, byId(website), null, null));
        });
    }

    @Test
    void whatWasRecordedOfAProjectThatIsGoneStays() {
        inAcme((acting, website) -> {
            record(acting, "1");
            acting.projects().delete(ProjectReference.parse("acme/website"), new Deletion("website", false, true));
            assertThat(quantities(acting.in("acme"), byId(website), null, null)).containsExactly("1");
            refused(Kind.NOT_FOUND, () -> quantities(acting.in("other"), byId(website), null, null));
            refused(Kind.NOT_FOUND, () -> quantities(acting, byId(website), null, null));
        });
    }

    // What an import takes, each line with its number.

    private static NewUsage line(Project project, String metric, String quantity, String key) {
        return new NewUsage(
                project.liveId(),
                new Metric(metric),
                Quantity.parse(quantity),
                null,
                key == null ? null : new UsageKey(key),
                null);
    }

    /** A null line is malformed. */
    private static UsageSource source(NewUsage... lines) {
        return reader -> {
            long number = 0;
            for (NewUsage line : lines) {
                number++;
                if (line == null) {
                    reader.malformed(number, Failure.usage("malformed", (String) null));
                } else {
                    reader.usage(number, line);
                }
            }
            return "the hash";
        };
    }

    @Test
    void importsAllLinesUnderOneEventForEachOrganization() {
        inAcme((acting, website) -> {
            Project app = acting.project("other", "App");
            UsageImport done = acting.usage()
                    .importAll(source(
                            line(website, "calls", "1.5", null),
                            line(website, "calls", "2", "k"),
                            line(website, "calls", "2", "k"),
                            line(app, "jobs", "4", null)));
            assertThat(done).isEqualTo(new UsageImport(3, 1, 2));
            assertThat(acting.lastEvent(website.organizationId()))
                    .isEqualTo("billing.usage.import usage: records null -> 2, sha256 null -> the hash, "
                            + "acme/website:live calls null -> 3.5 in 2 records");
            assertThat(acting.lastEvent(app.organizationId())).endsWith("other/app:live jobs null -> 4 in 1 record");
            assertThat(sums(acting, true, null))
                    .isEqualTo("[acme/website:live calls 3.5 in 2, other/app:live jobs 4 in 1]");
        });
    }

    @Test
    void importsThatOnlyRepeatLeaveNoEvent() {
        inAcme((acting, website) -> {
            record(acting, "2", null, "k", null);
            int events = acting.events(website.organizationId()).size();
            assertThat(acting.usage().importAll(source(line(website, "calls", "2", "k"))))
                    .isEqualTo(new UsageImport(0, 1, 0));
            assertThat(acting.events(website.organizationId())).hasSize(events);
        });
    }

    @Test
    void anImportOfManySeriesTellsTheirNumber() {
        inAcme((acting, website) -> {
            NewUsage[] lines = new NewUsage[21];
            for (int i = 0; i < lines.length; i++) {
                lines[i] = line(website, "m" + i, "1", null);
            }
            acting.usage().importAll(source(lines));
            assertThat(acting.lastEvent(website.organizationId()))
                    .isEqualTo("billing.usage.import usage: records null -> 21, sha256 null -> the hash, "
                            + "series null -> 21");
        });
        inAcme((acting, website) -> {
            NewUsage[] lines = new NewUsage[20];
            for (int i = 0; i < lines.length; i++) {
                lines[i] = line(website, "m" + i, "1", null);
            }
            acting.usage().importAll(source(lines));
            assertThat(acting.lastEvent(website.organizationId())).contains("m19 null -> 1 in 1 record");
        });
    }

    @Test
    void importsCorrections() {
        inAcme((acting, website) -> {
            record(acting, "3");
            Acting december = december(acting);
            NewUsage correction = new NewUsage(
                    website.liveId(), new Metric("calls"), Quantity.parse("-1"), null, null, Period.parse("2026-11"));
            december.usage().importAll(source(correction));
            assertThat(december.lastEvent(website.organizationId()))
                    .endsWith("acme/website:live calls, corrections null -> -1 in 1 record");
        });
    }

    /** All invalid lines are reported, up to ten. */
    @Test
    void importsNothingWhereALineIsWrong() {
        inAcme((acting, website) -> {
            NewUsage bad = null;
            NewUsage good = line(website, "calls", "1", null);
            Failure failure =
                    catchThrowableOfType(Failure.class, () -> acting.usage().importAll(source(good, bad, null, good)));
            assertThat(failure.kind()).isEqualTo(Kind.USAGE);
            assertThat(failure).hasMessageContainingAll("line 2:", "line 3:").hasMessageNotContaining("line 1:");
            NewUsage[] many = new NewUsage[12];
            Arrays.fill(many, bad);
            Failure cut =
                    catchThrowableOfType(Failure.class, () -> acting.usage().importAll(source(many)));
            assertThat(cut)
                    .hasMessageContaining("line 10:")
                    .hasMessageNotContaining("line 11:")
                    .hasMessageEndingWith("and 2 more");
            NewUsage[] ten = new NewUsage[10];
            Arrays.fill(ten, bad);
            assertThat(catchThrowableOfType(Failure.class, () -> acting.usage().importAll(source(ten))))
                    .hasMessageNotContaining("more");
        });
    }

    @Test
    void anImportTellsOfKeysThatStandForSomethingElse() {
        inAcme((acting, website) -> {
            record(acting, "2", null, "k", null);
            Failure failure = catchThrowableOfType(Failure.class, () -> acting.usage()
                    .importAll(source(line(website, "calls", "1", null), line(website, "calls", "3", "k"))));
            assertThat(failure.kind()).isEqualTo(Kind.CONFLICT);
            assertThat(failure).hasMessageContaining("line 2:");
        });
    }

    @Test
    void usageIsOfEnvironmentsThatAreThereAndSeen() {
        inAcme((acting, website) -> {
            EnvironmentReference none = EnvironmentReference.parse("00000000-0000-4000-8000-000000000001");
            refused(Kind.NOT_FOUND, () -> acting.usage().record(none, CALLS, Quantity.parse("1"), null, null, null));
            NewUsage line = new NewUsage(
                    new Id("00000000-0000-4000-8000-000000000001"), CALLS, Quantity.parse("1"), null, null, null);
            refused(Kind.NOT_FOUND, () -> acting.usage().importAll(source(line)));
            acting.join("other", "olga@example.com", Role.OWNER);
            refused(Kind.NOT_FOUND, () -> acting.as("olga@example.com")
                    .usage()
                    .record(byId(website), CALLS, Quantity.parse("1"), null, null, null));
        });
    }

    /** What was used before a move is billed to the former owner, and recorded with their right. */
    @Test
    void usageOfAFormerOwnerTakesTheRightThere() {
        inAcme((acting, website) -> {
            Acting later = acting.at("2026-11-12T00:00:00Z");
            move(later);
            acting.join("other", "olga@example.com", Role.OWNER);
            Acting olga = later.as("olga@example.com");
            Instant before = Instant.parse("2026-11-11T00:00:00Z");
            refused(Kind.NOT_FOUND, () -> olga.usage()
                    .record(byId(website), CALLS, Quantity.parse("1"), before, null, null));
            acting.join("acme", "olga@example.com", Role.VIEWER);
            refused(Kind.FORBIDDEN, () -> olga.usage()
                    .record(byId(website), CALLS, Quantity.parse("1"), before, null, null));
            assertThat(olga.usage()
                            .record(byId(website), CALLS, Quantity.parse("1"), later.now(), null, null)
                            .made())
                    .isTrue();
            refused(Kind.FORBIDDEN, () -> rows(olga.in("acme").usage().list(byId(website), null, null, Acting.all())));
        });
    }
}
