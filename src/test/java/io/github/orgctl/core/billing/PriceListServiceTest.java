package io.github.orgctl.core.billing;

import static io.github.orgctl.core.kernel.Acting.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.access.TokenDetails;
import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.access.TokenReference;
import io.github.orgctl.core.model.billing.Currencies;
import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.Price;
import io.github.orgctl.core.model.billing.PricePlan;
import io.github.orgctl.core.model.billing.PricePlanRates;
import io.github.orgctl.core.model.billing.Schedule;
import io.github.orgctl.core.model.billing.Tiers;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.core.model.value.Slug;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests start on 10 November 2026. */
class PriceListServiceTest {
    private static final Slug TEAM = new Slug("team");
    private static final Metric CALLS = new Metric("calls");

    private static PricePlanChanges changes(String from, String currency, String base) {
        return new PricePlanChanges(
                from == null ? null : LocalDate.parse(from),
                currency == null ? null : Currencies.parse(currency),
                base == null ? null : Price.parse(base),
                null,
                null,
                Map.of(),
                List.of());
    }

    private static PricePlanChanges base(String price) {
        return changes(null, null, price);
    }

    private static PricePlan team(Acting acting) {
        return acting.plans().create(TEAM, changes(null, "EUR", "20"), false).value();
    }

    /** Assigns a price plan to an organization, from a day or from today. */
    private static void assign(Acting acting, String organization, String plan, String currency, String from) {
        acting.in(organization)
                .billing()
                .update(
                        null,
                        new BillingChanges(
                                plan == null ? null : new Slug(plan),
                                currency == null ? null : Currencies.parse(currency),
                                from == null ? null : LocalDate.parse(from),
                                Optional.empty(),
                                null,
                                null,
                                null,
                                Optional.empty(),
                                null,
                                null),
                        null);
    }

    @Test
    void createsAPlanFromTodayOn() {
        Acting.inNewStore(operator -> {
            PricePlanChanges changes = new PricePlanChanges(
                    null,
                    Currencies.parse("EUR"),
                    Price.parse("20"),
                    Price.parse("5"),
                    3L,
                    Map.of(CALLS, Tiers.parse("10:free,0.5")),
                    List.of());
            Change<PricePlan> change = operator.plans().create(TEAM, changes, false);
            PricePlan plan = change.value();
            assertThat(change.made()).isTrue();
            assertThat(plan.version()).isEqualTo(1);
            assertThat(plan.from()).isEqualTo("2026-11-10");
            assertThat(plan.createdBy()).isEqualTo("os:ann@home");
            assertThat(operator.plans().show(TEAM, null)).isEqualTo(plan);
            assertThat(operator.lastEvent(Target.STORE))
                    .isEqualTo("billing.plan.create plan team: version null -> 1, from null -> 2026-11-10, "
                            + "currency null -> EUR, base 0 -> 20, seat 0 -> 5, seatsIncluded 0 -> 3, "
                            + "meters.calls null -> 10:0,0.5");
        });
    }

    @Test
    void thereIsOnePlanOfAName() {
        Acting.inNewStore(operator -> {
            PricePlan team = team(operator);
            refused(Kind.CONFLICT, () -> team(operator));
            Change<PricePlan> same = operator.plans().create(TEAM, changes(null, "USD", "1"), true);
            assertThat(same.made()).isFalse();
            assertThat(same.value()).isEqualTo(team);
            operator.plans().update(TEAM, base("21"), null);
            assertThat(operator.plans().create(TEAM, base("1"), true).value().version())
                    .isEqualTo(2);
        });
    }

    @Test
    void everybodyReadsWhatTheOperatorAloneChanges() {
        Acting.inNewStore(operator -> {
            team(operator);
            operator.as("ann@example.com").organization("Acme");
            Acting ann = operator.as("ann@example.com");
            assertThat(ann.plans().list(false)).extracting(PricePlan::name).contains(TEAM);
            assertThat(ann.plans().show(TEAM, 1L).version()).isEqualTo(1);
            assertThat(ann.plans().versions(TEAM)).hasSize(1);
            refused(Kind.FORBIDDEN, () -> ann.plans().create(new Slug("mine"), base("0"), false));
            refused(Kind.FORBIDDEN, () -> ann.plans().update(TEAM, base("0"), null));
            refused(Kind.FORBIDDEN, () -> ann.plans().withdraw(TEAM, 1));
            refused(Kind.FORBIDDEN, () -> ann.plans().retire(TEAM));
            Acting token = operator.with(operator.token("acme", "ci", Role.VIEWER, null, null));
            assertThat(token.plans().list(false)).isEqualTo(ann.plans().list(false));
        });
    }

    @Test
    void eachDayHasItsVersion() {
        Acting.inNewStore(operator -> {
            team(operator);
            operator.plans().update(TEAM, changes("2026-12-01", null, "30"), null);
            operator.plans().update(TEAM, changes("2026-11-20", null, "25"), null);
            assertThat(operator.plans().show(TEAM, null).version()).isEqualTo(1);
            assertThat(operator.at("2026-11-20T00:00:00Z")
                            .plans()
                            .show(TEAM, null)
                            .version())
                    .isEqualTo(3);
            assertThat(operator.at("2026-12-01T00:00:00Z")
                            .plans()
                            .show(TEAM, null)
                            .version())
                    .isEqualTo(2);
            assertThat(operator.plans().versions(TEAM))
                    .extracting(PricePlan::version)
                    .containsExactly(1L, 2L, 3L);
            assertThat(operator.plans().show(TEAM, 3L).prices().base()).isEqualTo(Price.parse("25"));
            refused(Kind.NOT_FOUND, () -> operator.plans().show(TEAM, 4L));
            refused(Kind.NOT_FOUND, () -> operator.plans().show(new Slug("none"), null));
        });
    }

    @Test
    void aVersionChangesWhatIsGiven() {
        Acting.inNewStore(operator -> {
            team(operator);
            Change<PricePlan> change = operator.plans()
                    .update(
                            TEAM,
                            new PricePlanChanges(
                                    null, null, null, null, 7L, Map.of(CALLS, Tiers.parse("1")), List.of()),
                            1L);
            assertThat(change.made()).isTrue();
            PricePlan plan = change.value();
            assertThat(plan.version()).isEqualTo(2);
            assertThat(plan.from()).isEqualTo("2026-11-10");
            assertThat(plan.prices().base()).isEqualTo(Price.parse("20"));
            assertThat(plan.prices().seatsIncluded()).isEqualTo(7);
            assertThat(operator.lastEvent(Target.STORE))
                    .isEqualTo("billing.plan.update plan team: version 1 -> 2, seatsIncluded 0 -> 7, "
                            + "meters.calls null -> 1");
            PricePlan without = operator.plans()
                    .update(TEAM, new PricePlanChanges(null, null, null, null, null, Map.of(), List.of(CALLS)), 2L)
                    .value();
            assertThat(without.prices().meters()).isEmpty();
            assertThat(operator.lastEvent(Target.STORE)).endsWith("meters.calls 1 -> null");
            refused(Kind.CONFLICT, () -> operator.plans().update(TEAM, base("1"), 2L));
        });
    }

    @Test
    void theSamePricesAreNoVersion() {
        Acting.inNewStore(operator -> {
            PricePlan team = team(operator);
            Change<PricePlan> change = operator.plans().update(TEAM, base("20.0"), null);
            assertThat(change.made()).isFalse();
            assertThat(change.value()).isEqualTo(team);
        });
    }

    @Test
    void aPlanMayBeginLaterOrEarlierThanItsFirstVersion() {
        Acting.inNewStore(operator -> {
            operator.plans().create(TEAM, changes("2026-12-01", "EUR", "20"), false);
            assertThat(operator.plans().show(TEAM, null).version()).isEqualTo(1);
            // Without a day, it is the plan's first one.
            assertThat(operator.plans().update(TEAM, base("21"), null).value().from())
                    .isEqualTo("2026-12-01");
            // The same prices, from an earlier day on.
            Change<PricePlan> earlier = operator.plans().update(TEAM, changes("2026-11-15", null, "21"), null);
            assertThat(earlier.made()).isTrue();
            assertThat(earlier.value().from()).isEqualTo("2026-11-15");
        });
    }

    @Test
    void daysThatAreOverKeepTheirPrices() {
        Acting.inNewStore(operator -> {
            team(operator);
            refused(Kind.RULE, () -> operator.plans().update(TEAM, changes("2026-11-09", null, "1"), null));
            Acting tomorrow = operator.at("2026-11-11T08:00:00Z");
            refused(Kind.RULE, () -> tomorrow.plans().update(TEAM, changes("2026-11-10", null, "1"), null));
            tomorrow.plans().update(TEAM, base("2"), null);
            // No clock that is behind makes a change before the last one.
            refused(Kind.RULE, () -> operator.plans().update(TEAM, changes("2026-11-10", null, "3"), null));
            PricePlan next = operator.plans().update(TEAM, base("3"), null).value();
            assertThat(next.from()).isEqualTo("2026-11-11");
            assertThat(next.createdAt()).isEqualTo(Instant.parse("2026-11-11T08:00:00.001Z"));
        });
    }

    @Test
    void itsCurrencyStays() {
        Acting.inNewStore(operator -> {
            team(operator);
            refused(Kind.RULE, () -> operator.plans().update(TEAM, changes(null, "USD", "1"), null));
            assertThat(operator.plans()
                            .update(TEAM, changes(null, "EUR", "1"), null)
                            .made())
                    .isTrue();
            refused(Kind.USAGE, () -> operator.plans().create(new Slug("priced"), base("1"), false));
        });
    }

    @Test
    void withdrawsWhatHasNotBegun() {
        Acting.inNewStore(operator -> {
            PricePlan team = team(operator);
            operator.plans().update(TEAM, changes("2026-12-01", null, "30"), null);
            Change<PricePlan> change = operator.plans().withdraw(TEAM, 2);
            assertThat(change.made()).isTrue();
            assertThat(change.value().withdrawnAt()).isNotNull();
            assertThat(operator.lastEvent(Target.STORE))
                    .startsWith("billing.plan.withdraw plan team: version 2 -> null, withdrawnAt null -> 2026-11-10T");
            assertThat(operator.plans().versions(TEAM)).containsExactly(team);
            assertThat(operator.at("2026-12-02T00:00:00Z").plans().show(TEAM, null))
                    .isEqualTo(team);
            assertThat(operator.plans().withdraw(TEAM, 2).made()).isFalse();
            refused(Kind.NOT_FOUND, () -> operator.plans().withdraw(TEAM, 3));
            // The number is not given to another.
            assertThat(operator.plans().update(TEAM, base("22"), null).value().version())
                    .isEqualTo(3);
        });
    }

    @Test
    void keepsWhatHasBegunAndWhatThePlanBeginsWith() {
        Acting.inNewStore(operator -> {
            team(operator);
            refused(Kind.RULE, () -> operator.plans().withdraw(TEAM, 1));
            operator.plans().update(TEAM, changes("2026-12-01", null, "30"), null);
            refused(Kind.RULE, () -> operator.at("2026-12-01T00:00:00Z").plans().withdraw(TEAM, 2));
            Slug later = new Slug("later");
            operator.plans().create(later, changes("2026-12-01", "EUR", "20"), false);
            refused(Kind.RULE, () -> operator.plans().withdraw(later, 1));
            operator.plans().update(later, changes("2026-12-10", null, "30"), null);
            refused(Kind.RULE, () -> operator.plans().withdraw(later, 1));
            assertThat(operator.plans().withdraw(later, 2).made()).isTrue();
            operator.plans().update(later, changes("2026-12-01", null, "40"), null);
            assertThat(operator.plans().withdraw(later, 1).made()).isTrue();
        });
    }

    @Test
    void retiresAPlanForThoseWhoAreNotOnIt() {
        Acting.inNewStore(operator -> {
            team(operator);
            operator.organization("Acme");
            operator.organization("Other");
            assign(operator, "acme", "team", null, null);
            Change<PricePlan> change = operator.plans().retire(TEAM);
            assertThat(change.made()).isTrue();
            assertThat(change.value().retiredAt()).isNotNull();
            assertThat(operator.lastEvent(Target.STORE))
                    .startsWith("billing.plan.retire plan team: retiredAt null -> ");
            assertThat(operator.plans().list(false)).extracting(PricePlan::name).doesNotContain(TEAM);
            assertThat(operator.plans().list(true)).extracting(PricePlan::name).containsExactly(TEAM);
            assertThat(operator.plans().retire(TEAM).made()).isFalse();
            refused(Kind.RULE, () -> assign(operator, "other", "team", null, null));
            assign(operator, "acme", "team", null, "2026-12-01");
            refused(Kind.RULE, () -> operator.plans().retire(PricePlan.FREE));
            assertThat(operator.plans().update(TEAM, base("3"), null).value().retiredAt())
                    .isNotNull();
        });
    }

    /** A plan gets a currency together with its first prices, and the accounts that use it must have the same one. */
    @Test
    void comesIntoTheCurrencyOfItsAccounts() {
        for (boolean same : new boolean[] {true, false}) {
            Acting.inNewStore(operator -> {
                operator.plans().create(TEAM, base("0"), false);
                operator.organization("Acme");
                assign(operator, "acme", "team", "EUR", null);
                if (same) {
                    assertThat(operator.plans()
                                    .update(TEAM, changes(null, "EUR", "1"), null)
                                    .made())
                            .isTrue();
                } else {
                    refused(Kind.RULE, () -> operator.plans().update(TEAM, changes(null, "USD", "1"), null));
                }
            });
        }
    }

    @Test
    void comesIntoNoSecondCurrencyOfAMonth() {
        for (String from : List.of("2026-11-20", "2026-12-01")) {
            Acting.inNewStore(operator -> {
                operator.plans().create(new Slug("dollars"), changes(null, "USD", "5"), false);
                operator.plans().create(TEAM, base("0"), false);
                operator.organization("Acme");
                assign(operator, "acme", "dollars", null, null);
                assign(operator, "acme", "team", "EUR", "2026-11-20");
                if (from.equals("2026-12-01")) {
                    assertThat(operator.plans()
                                    .update(TEAM, changes(from, "EUR", "1"), null)
                                    .made())
                            .isTrue();
                } else {
                    refused(Kind.RULE, () -> operator.plans().update(TEAM, changes(from, "EUR", "1"), null));
                }
            });
        }
    }

    @Test
    void whoLeavesThePlanBeforeItsPricesBeginIsNotAsked() {
        Acting.inNewStore(operator -> {
            operator.plans().create(TEAM, base("0"), false);
            operator.organization("Acme");
            assign(operator, "acme", "team", "EUR", null);
            assign(operator, "acme", "free", "EUR", "2026-11-20");
            assertThat(operator.plans()
                            .update(TEAM, changes("2026-12-01", "USD", "1"), null)
                            .made())
                    .isTrue();
            assertThat(Optional.of(operator.plans().show(TEAM, 2L).prices().currency()))
                    .contains(Currencies.parse("USD"));
        });
    }

    @Test
    void givenChangesGoOverThoseOfATemplate() {
        PricePlanChanges template = new PricePlanChanges(
                LocalDate.parse("2026-12-01"),
                Currencies.parse("EUR"),
                Price.parse("1"),
                Price.parse("2"),
                3L,
                Map.of(CALLS, Tiers.parse("1"), new Metric("jobs"), Tiers.parse("2")),
                List.of());
        PricePlanChanges nothing = new PricePlanChanges(null, null, null, null, null, Map.of(), List.of(CALLS));
        PricePlanChanges everything = new PricePlanChanges(
                LocalDate.parse("2027-01-01"),
                Currencies.parse("USD"),
                Price.parse("5"),
                Price.parse("6"),
                7L,
                Map.of(CALLS, Tiers.parse("9")),
                List.of());
        PricePlanChanges kept = nothing.over(template);
        assertThat(kept.from()).isEqualTo("2026-12-01");
        assertThat(kept.currency()).isEqualTo(template.currency());
        assertThat(kept.base()).isEqualTo(template.base());
        assertThat(kept.seat()).isEqualTo(template.seat());
        assertThat(kept.seatsIncluded()).isEqualTo(3);
        assertThat(kept.meters()).isEqualTo(template.meters());
        assertThat(kept.dropped()).containsExactly(CALLS);
        PricePlanChanges replaced = everything.over(template);
        assertThat(replaced.from()).isEqualTo("2027-01-01");
        assertThat(replaced.currency()).isEqualTo(everything.currency());
        assertThat(replaced.base()).isEqualTo(everything.base());
        assertThat(replaced.seat()).isEqualTo(everything.seat());
        assertThat(replaced.seatsIncluded()).isEqualTo(7);
        assertThat(replaced.meters()).hasSize(2).containsEntry(CALLS, Tiers.parse("9"));
    }

    /** Even what everybody may read is for somebody. */
    @Test
    void aTokenThatIsNotValidReadsNoPrices() {
        Acting.inNewStore(operator -> {
            team(operator);
            operator.organization("Acme");
            TokenDetails details = operator.token("acme", "ci", Role.VIEWER, null, null);
            Acting token = operator.with(details);
            assertThat(token.plans().names()).contains(TEAM, PricePlan.FREE);
            operator.in("acme")
                    .tokens()
                    .revoke(List.of(TokenReference.parse(details.token().id().value())), false);
            refused(Kind.FORBIDDEN, () -> token.plans().list(false));
            refused(Kind.FORBIDDEN, () -> token.plans().show(TEAM, null));
            refused(Kind.FORBIDDEN, () -> token.plans().versions(TEAM));
            refused(Kind.FORBIDDEN, () -> token.plans().names());
        });
    }

    @Test
    void presentAndComingPricesAreTold() {
        Acting.inNewStore(operator -> {
            team(operator);
            operator.plans().update(TEAM, changes("2026-12-01", null, "25"), null);
            operator.plans().update(TEAM, changes("2027-01-01", null, "25"), null);
            operator.plans().update(TEAM, changes("2027-02-01", null, "30"), null);
            Schedule<PricePlanRates> schedule = operator.plans().schedule(TEAM);
            assertThat(schedule.present().base()).isEqualTo(Price.parse("20"));
            assertThat(schedule.later().keySet())
                    .extracting(LocalDate::toString)
                    .containsExactly("2026-12-01", "2027-02-01");
        });
    }

    @Test
    void onlyTheFreePlanIsThereFromTheStart() {
        Acting.inNewStore(operator -> {
            assertThat(team(operator).isInitial()).isFalse();
            assertThat(operator.plans().show(PricePlan.FREE, null).isInitial()).isTrue();
        });
    }
}
