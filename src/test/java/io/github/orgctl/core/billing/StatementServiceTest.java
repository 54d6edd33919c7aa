package io.github.orgctl.core.billing;

import static io.github.orgctl.core.kernel.Acting.refused;
import static io.github.orgctl.core.kernel.Acting.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.kernel.Deletion;
import io.github.orgctl.core.model.billing.Currencies;
import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.Percentage;
import io.github.orgctl.core.model.billing.Price;
import io.github.orgctl.core.model.billing.Quantity;
import io.github.orgctl.core.model.billing.Statement;
import io.github.orgctl.core.model.billing.StatementLine;
import io.github.orgctl.core.model.billing.Tiers;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.model.value.Slug;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/**
 * Acme was created on 1 November 2026, on a plan of 30 EUR a month and 1 EUR a call; Other on 1 December, on the free
 * one.
 */
class StatementServiceTest {
    private static final EnvironmentReference LIVE = EnvironmentReference.parse("acme/website:live");
    private static final Period NOVEMBER = Period.parse("2026-11");
    private static final Period DECEMBER = Period.parse("2026-12");

    private static void inAcme(BiConsumer<Acting, Organization> test) {
        Acting.inNewStore(operator -> {
            Acting november = operator.at("2026-11-01T00:00:00Z");
            Organization acme = november.organization("Acme");
            november.project("acme", "Website");
            PricePlanChanges prices = new PricePlanChanges(
                    LocalDate.parse("2026-11-01"),
                    Currencies.parse("EUR"),
                    Price.parse("30"),
                    null,
                    null,
                    Map.of(new Metric("calls"), Tiers.parse("1")),
                    List.of());
            november.plans().create(new Slug("team"), prices, false);
            november.in("acme").billing().update(null, plan("team", null), null);
            operator.at("2026-12-01T00:00:00Z").organization("Other");
            test.accept(operator.at("2026-12-15T12:00:00Z"), acme);
        });
    }

    private static BillingChanges plan(String plan, Percentage discount) {
        return new BillingChanges(
                plan == null ? null : new Slug(plan),
                null,
                null,
                Optional.empty(),
                null,
                null,
                null,
                Optional.empty(),
                null,
                discount);
    }

    private static void use(Acting acting, String calls, String corrects) {
        acting.usage()
                .record(
                        LIVE,
                        new Metric("calls"),
                        Quantity.parse(calls),
                        null,
                        null,
                        corrects == null ? null : Period.parse(corrects));
    }

    private static List<String> lines(Statement statement) {
        return statement.lines().stream()
                .map(line -> line.kind() + " " + line.amount())
                .toList();
    }

    private static Statement acme(Acting acting, Period period) {
        return rows(acting.in("acme").statements().list(false, period)).get(0);
    }

    private static List<String> all(Acting acting, Period period) {
        return rows(acting.statements().list(true, period)).stream()
                .map(statement -> statement.organization() + " " + statement.total())
                .toList();
    }

    private static Closing close(Acting acting, Period period) {
        return acting.in("acme").statements().close(false, period);
    }

    @Test
    void anOpenMonthIsComputedUpToToday() {
        inAcme((acting, acme) -> {
            use(acting.at("2026-11-20T00:00:00Z"), "7", null);
            assertThat(lines(acme(acting, NOVEMBER))).containsExactly("base EUR 30.00", "usage EUR 7.00");
            // Fifteen days of thirty-one.
            assertThat(acme(acting, null).period()).isEqualTo(DECEMBER);
            assertThat(lines(acme(acting, null))).containsExactly("base EUR 14.52");
            assertThat(acme(acting, NOVEMBER).isClosed()).isFalse();
            refused(Kind.RULE, () -> acme(acting, Period.parse("2027-01")));
        });
    }

    @Test
    void listsThoseThatWereThere() {
        inAcme((acting, acme) -> {
            assertThat(all(acting, NOVEMBER)).containsExactly("acme EUR 30.00");
            assertThat(all(acting, DECEMBER)).containsExactly("acme EUR 14.52", "other USD 0.00");
            assertThat(all(acting, Period.parse("2026-10"))).isEmpty();
            acting.organizations().delete(OrganizationReference.parse("acme"), new Deletion("acme", false, false));
            assertThat(all(acting, DECEMBER)).containsExactly("other USD 0.00", "acme EUR 14.52");
            assertThat(acting.statements().list(true, NOVEMBER).forEach(statement -> {}))
                    .isFalse();
            assertThat(acting.in("other").statements().list(false, DECEMBER).forEach(statement -> {}))
                    .isFalse();
        });
    }

    @Test
    void aClosedMonthStaysAsItIs() {
        inAcme((acting, acme) -> {
            use(acting.at("2026-11-20T00:00:00Z"), "7", null);
            Closing closing = close(acting, NOVEMBER);
            assertThat(closing.made()).isEqualTo(1);
            assertThat(closing.leftOut()).isZero();
            Statement closed = closing.statements().get(0);
            assertThat(closed.closedAt()).isEqualTo(acting.now());
            assertThat(acting.lastEvent(acme.id()))
                    .isEqualTo("billing.close statement 2026-11: total null -> EUR 37.00");
            assertThat(acme(acting, NOVEMBER)).isEqualTo(closed);
            Closing again = close(acting, NOVEMBER);
            assertThat(again.made()).isZero();
            assertThat(again.statements()).containsExactly(closed);
        });
    }

    @Test
    void onlyMonthsThatAreOverAreClosed() {
        inAcme((acting, acme) -> {
            refused(Kind.RULE, () -> close(acting, null));
            refused(Kind.RULE, () -> close(acting.at("2026-11-30T23:59:59.999Z"), NOVEMBER));
            refused(Kind.RULE, () -> close(acting, Period.parse("2026-10")));
            refused(Kind.RULE, () -> close(acting, Period.parse("2027-01")));
            assertThat(close(acting.at("2026-12-01T00:00:00Z"), NOVEMBER).made())
                    .isEqualTo(1);
        });
    }

    @Test
    void closesAllAtOnceAndLeavesOutWhatIsNotForOne() {
        inAcme((acting, acme) -> {
            Acting january = acting.at("2027-01-02T00:00:00Z");
            january.join("acme", "olga@example.com", Role.OWNER);
            january.join("other", "olga@example.com", Role.ADMIN);
            january.join("other", "adam@example.com", Role.ADMIN);
            refused(
                    Kind.FORBIDDEN,
                    () -> january.as("adam@example.com").statements().close(true, DECEMBER));
            Closing olgas = january.as("olga@example.com").statements().close(true, DECEMBER);
            assertThat(olgas.made()).isEqualTo(1);
            assertThat(olgas.leftOut()).isEqualTo(1);
            Closing rest = january.statements().close(true, DECEMBER);
            assertThat(rest.made()).isEqualTo(1);
            assertThat(rest.statements()).hasSize(2);
            assertThat(rest.leftOut()).isZero();
            assertThat(january.statements().close(true, NOVEMBER).statements()).hasSize(1);
            // Nobody is refused where there is nothing.
            assertThat(january.as("adam@example.com")
                            .statements()
                            .close(true, NOVEMBER)
                            .statements())
                    .isEmpty();
        });
    }

    @Test
    void correctionsAreBilledLater() {
        inAcme((acting, acme) -> {
            use(acting.at("2026-11-20T00:00:00Z"), "7", null);
            acting.in("acme").billing().update(null, plan(null, Percentage.parse("10")), null);
            close(acting, NOVEMBER);
            acting.in("acme").billing().update(null, plan(null, Percentage.NONE), null);
            use(acting, "-2", "2026-11");
            Statement december = acme(acting, DECEMBER);
            List<StatementLine> corrections = december.lines().stream()
                    .filter(line -> line.kind() == StatementLine.Kind.CORRECTION)
                    .toList();
            assertThat(corrections)
                    .extracting(line -> line.metric() + "|" + line.description() + "|" + line.amount())
                    .containsExactly(
                            "calls|2026-11: 5 calls instead of 7|EUR -2.00", "|2026-11: its discount of 10 %|EUR 0.20");
            assertThat(corrections).allMatch(line -> line.unit().equals("correction"));
            // One that takes the other back leaves nothing to bill.
            use(acting, "2", "2026-11");
            assertThat(lines(acme(acting, DECEMBER))).doesNotContain("correction EUR 0.00");
            assertThat(acme(acting, DECEMBER).lines()).noneMatch(line -> line.kind() == StatementLine.Kind.CORRECTION);
        });
    }

    @Test
    void laterCorrectionsGoOnFromEarlierOnes() {
        inAcme((acting, acme) -> {
            use(acting.at("2026-11-20T00:00:00Z"), "7", null);
            close(acting, NOVEMBER);
            use(acting, "-2", "2026-11");
            Acting january = acting.at("2027-01-02T00:00:00Z");
            close(january, DECEMBER);
            use(january, "-1", "2026-11");
            assertThat(acme(january, Period.parse("2027-01")).lines())
                    .filteredOn(line -> line.kind() == StatementLine.Kind.CORRECTION)
                    .extracting(line -> line.description() + "|" + line.amount())
                    .containsExactly("2026-11: 4 calls instead of 5|EUR -1.00");
        });
    }

    @Test
    void aYearIsTwelveMonths() {
        inAcme((acting, acme) -> {
            List<Statement> year = acting.in("acme").statements().year(null, null);
            assertThat(year).hasSize(12);
            assertThat(year.get(0).period()).isEqualTo(Period.parse("2026-01"));
            assertThat(year.get(11).period()).isEqualTo(DECEMBER);
            assertThat(year.get(10).total().getAmount()).isEqualByComparingTo("30");
            assertThat(year.get(9).total().isZero()).isTrue();
            assertThat(acting.statements().yearUpTo(year.get(10)))
                    .extracting(Statement::period)
                    .hasSize(12)
                    .endsWith(NOVEMBER);
        });
    }

    @Test
    void nothingUnbilledIsPurged() {
        inAcme((acting, acme) -> {
            OrganizationReference reference = OrganizationReference.parse("acme");
            Deletion purge = new Deletion("acme", false, true);
            refused(Kind.RULE, () -> acting.organizations().delete(reference, purge));
            Acting first = acting.at("2026-12-01T00:00:00Z");
            Statement closed = close(first, NOVEMBER).statements().get(0);
            refused(Kind.RULE, () -> first.organizations().delete(reference, purge));
            acting.at("2027-01-01T00:00:00Z").in("acme").billing().update(null, plan("free", null), null);
            Acting january = acting.at("2027-01-01T00:00:00Z");
            close(january, DECEMBER);
            assertThat(january.organizations().delete(reference, purge).made()).isTrue();
            // Its closed statements stay with the operator.
            assertThat(all(january, NOVEMBER)).containsExactly("acme EUR 30.00");
            assertThat(january.statements().yearUpTo(closed)).containsExactly(closed);
            january.join("other", "olga@example.com", Role.OWNER);
            assertThat(all(january.as("olga@example.com"), NOVEMBER)).isEmpty();
        });
    }

    @Test
    void anOrganizationThatOwesIsNotRemovedForGood() {
        inAcme((acting, acme) -> {
            refused(Kind.RULE, () -> acting.organizations()
                    .delete(OrganizationReference.parse("acme"), new Deletion("acme", false, true)));
            acting.organizations().delete(OrganizationReference.parse("other"), new Deletion("other", false, true));
            refused(Kind.NOT_FOUND, () -> acting.organizations().show(OrganizationReference.parse("other")));
        });
    }
}
