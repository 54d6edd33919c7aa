package io.github.orgctl.core.billing;

import static io.github.orgctl.core.kernel.Acting.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.kernel.Context;
import io.github.orgctl.core.kernel.Deletion;
import io.github.orgctl.core.model.billing.BillingAccount;
import io.github.orgctl.core.model.billing.Currencies;
import io.github.orgctl.core.model.billing.Percentage;
import io.github.orgctl.core.model.billing.Price;
import io.github.orgctl.core.model.billing.PricePlanAssignment;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.core.model.value.Line;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.model.value.Slug;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Acme was created on 10 November 2026; the price plans euros and dollars have these currencies. */
class BillingServiceTest {
    private static void inAcme(BiConsumer<Acting, Organization> test) {
        Acting.inNewStore(operator -> {
            Organization acme = operator.organization("Acme");
            plan(operator, "euros", "EUR");
            plan(operator, "dollars", "USD");
            test.accept(operator.in("acme"), acme);
        });
    }

    private static void plan(Acting acting, String name, String currency) {
        PricePlanChanges prices = new PricePlanChanges(
                LocalDate.parse("2026-11-01"),
                Currencies.parse(currency),
                Price.parse("10"),
                null,
                null,
                Map.of(),
                List.of());
        acting.plans().create(new Slug(name), prices, false);
    }

    private static BillingChanges plan(String plan, String currency, String from) {
        return new BillingChanges(
                plan == null ? null : new Slug(plan),
                currency == null ? null : Currencies.parse(currency),
                from == null ? null : LocalDate.parse(from),
                Optional.empty(),
                null,
                null,
                null,
                Optional.empty(),
                null,
                null);
    }

    private static Change<BillingOverview> assign(Acting acting, String plan, String currency, String from) {
        return acting.billing().update(null, plan(plan, currency, from), null);
    }

    private static List<String> assignments(Acting acting) {
        return acting.billing().show(null).account().assignments().stream()
                .map(BillingServiceTest::text)
                .toList();
    }

    private static String text(PricePlanAssignment assignment) {
        return assignment.from() + " " + assignment.plan() + " " + assignment.currency();
    }

    @Test
    void everyOrganizationBeginsOnTheFreePlan() {
        inAcme((acting, acme) -> {
            BillingOverview overview = acting.billing().show(null);
            assertThat(text(overview.plan())).isEqualTo("2026-11-10 free USD");
            assertThat(overview.account().paymentDays()).isEqualTo(30);
            assertThat(overview.day()).isEqualTo("2026-11-10");
            assertThat(acting.billing().show(OrganizationReference.parse("acme")))
                    .isEqualTo(overview);
        });
    }

    @Test
    void changesWhatIsGiven() {
        inAcme((acting, acme) -> {
            BillingChanges changes = new BillingChanges(
                    null,
                    null,
                    null,
                    Optional.of(new Email("pay@example.com")),
                    new Line("Acme Ltd"),
                    new Description("1 Road"),
                    new Line("DE1"),
                    Optional.of(LocalDate.parse("2026-12-24")),
                    14L,
                    Percentage.parse("10"));
            Change<BillingOverview> change = acting.billing().update(null, changes, 1L);
            assertThat(change.made()).isTrue();
            BillingAccount account = change.value().account();
            assertThat(acting.billing().show(null)).isEqualTo(change.value());
            assertThat(account.email()).isEqualTo(new Email("pay@example.com"));
            assertThat(account.revision()).isEqualTo(2);
            assertThat(acting.lastEvent(acme.id()))
                    .isEqualTo("billing.update acme: email null -> pay@example.com, legalName null -> Acme Ltd, "
                            + "address null -> 1 Road, taxId null -> DE1, trialEnd null -> 2026-12-24, "
                            + "paymentDays 30 -> 14, discount 0 -> 10");
            assertThat(acting.billing().update(null, changes, 2L).made()).isFalse();
            refused(Kind.CONFLICT, () -> acting.billing().update(null, changes, 1L));

            BillingChanges without = new BillingChanges(
                    null, null, null, Optional.empty(), null, null, null, Optional.empty(), null, null);
            BillingAccount after =
                    acting.billing().update(null, without, null).value().account();
            assertThat(after.email()).isNull();
            assertThat(after.trialEnd()).isNull();
            assertThat(after.legalName()).isEqualTo(new Line("Acme Ltd"));
        });
    }

    @Test
    void aPlanHoldsFromTodayOrAnotherDayOn() {
        inAcme((acting, acme) -> {
            Change<BillingOverview> change = assign(acting, "euros", null, null);
            assertThat(change.made()).isTrue();
            assertThat(assignments(acting)).containsExactly("2026-11-10 euros EUR");
            assertThat(acting.lastEvent(acme.id()))
                    .isEqualTo("billing.update acme: plan free -> euros, currency USD -> EUR");
            assertThat(assign(acting, "euros", null, null).made()).isFalse();
            assign(acting, "free", null, "2026-11-20");
            assertThat(assignments(acting)).containsExactly("2026-11-10 euros EUR", "2026-11-20 free EUR");
            assertThat(text(acting.billing().show(null).plan())).isEqualTo("2026-11-10 euros EUR");
            assertThat(text(acting.at("2026-11-20T00:00:00Z")
                            .billing()
                            .show(null)
                            .plan()))
                    .isEqualTo("2026-11-20 free EUR");
        });
    }

    @Test
    void anotherPlanTakesBackWhatWasMeantForLater() {
        inAcme((acting, acme) -> {
            assign(acting, "euros", null, "2026-11-20");
            assign(acting, "dollars", null, "2026-11-15");
            assertThat(assignments(acting)).containsExactly("2026-11-10 free USD", "2026-11-15 dollars USD");
            // The present one, too, is a change where another would come later.
            assertThat(assign(acting, "free", null, null).made()).isTrue();
            assertThat(assignments(acting)).containsExactly("2026-11-10 free USD");
        });
    }

    @Test
    void theCurrencyIsThePlansOrTheGivenOne() {
        inAcme((acting, acme) -> {
            assign(acting, null, "CHF", null);
            assertThat(assignments(acting)).containsExactly("2026-11-10 free CHF");
            refused(Kind.RULE, () -> assign(acting, "euros", "CHF", null));
            assign(acting, "euros", null, null);
            refused(Kind.RULE, () -> assign(acting, null, "CHF", null));
            refused(Kind.RULE, () -> assign(acting, "dollars", null, "2026-12-01"));
            assign(acting, "dollars", "USD", "2026-12-01");
            assertThat(assignments(acting)).containsExactly("2026-11-10 euros EUR", "2026-12-01 dollars USD");
        });
    }

    @Test
    void aMonthHasOneCurrency() {
        inAcme((acting, acme) -> {
            assign(acting, "euros", null, null);
            refused(Kind.RULE, () -> assign(acting, "dollars", "USD", "2026-11-20"));
            refused(Kind.RULE, () -> assign(acting.at("2026-12-05T00:00:00Z"), "dollars", "USD", null));
            assertThat(assignments(acting)).hasSize(1);
        });
    }

    @Test
    void noPlanBeginsBeforeTheOrganizationOrItself() {
        inAcme((acting, acme) -> {
            refused(Kind.RULE, () -> assign(acting, "euros", null, "2026-11-09"));
            assertThat(assign(acting, "euros", null, "2026-11-10").made()).isTrue();
            PricePlanChanges later =
                    new PricePlanChanges(LocalDate.parse("2026-12-01"), null, null, null, null, Map.of(), List.of());
            acting.plans().create(new Slug("later"), later, false);
            refused(Kind.RULE, () -> assign(acting, "later", null, "2026-11-30"));
            assertThat(assign(acting, "later", null, "2026-12-01").made()).isTrue();
            refused(Kind.NOT_FOUND, () -> assign(acting, "none", null, null));
        });
    }

    @Test
    void aDayAloneIsNoChange() {
        inAcme((acting, acme) -> refused(Kind.USAGE, () -> assign(acting, null, null, "2026-12-01")));
    }

    @Test
    void closedMonthsKeepTheirPlans() {
        inAcme((acting, acme) -> {
            Acting december = acting.at("2026-12-05T00:00:00Z");
            december.statements().close(false, Period.parse("2026-11"));
            refused(Kind.RULE, () -> assign(december, "euros", null, "2026-11-30"));
            assertThat(assign(december, "euros", null, "2026-12-01").made()).isTrue();
        });
    }

    @Test
    void ownersChangeItAndAdminsLook() {
        inAcme((acting, acme) -> {
            acting.join("acme", "adam@example.com", Role.ADMIN);
            acting.join("acme", "dora@example.com", Role.DEVELOPER);
            assertThat(acting.as("adam@example.com").billing().show(null)).isNotNull();
            refused(Kind.FORBIDDEN, () -> assign(acting.as("adam@example.com"), "euros", null, null));
            refused(
                    Kind.FORBIDDEN,
                    () -> acting.as("dora@example.com").billing().show(null));
        });
    }

    /** The account uses a plan that got a currency while the organization was in the trash. */
    @Test
    void comesBackFromTheTrashInThePlansCurrency() {
        inAcme((acting, acme) -> {
            OrganizationReference reference = OrganizationReference.parse("acme");
            PricePlanChanges free = new PricePlanChanges(null, null, null, null, null, Map.of(), List.of());
            acting.plans().create(new Slug("later"), free, false);
            assign(acting, "later", "CHF", null);
            acting.organizations().delete(reference, new Deletion("acme", false, false));
            PricePlanChanges priced = new PricePlanChanges(
                    LocalDate.parse("2026-12-01"),
                    Currencies.parse("EUR"),
                    Price.parse("1"),
                    null,
                    null,
                    Map.of(),
                    List.of());
            acting.plans().update(new Slug("later"), priced, null);
            acting.with(Context.NONE).at("2026-12-15T00:00:00Z").organizations().restore(reference);
            assertThat(assignments(acting)).containsExactly("2026-11-10 later CHF", "2026-12-15 later EUR");
            List<String> pauses = acting.billing().show(null).account().pauses().stream()
                    .map(pause -> pause.from() + " " + pause.to())
                    .toList();
            assertThat(pauses).containsExactly("2026-11-11 2026-12-15");
        });
    }

    @Test
    void theDayItWentToTheTrashIsNoPauseByItself() {
        inAcme((acting, acme) -> {
            OrganizationReference reference = OrganizationReference.parse("acme");
            acting.organizations().delete(reference, new Deletion("acme", false, false));
            acting.with(Context.NONE).organizations().restore(reference);
            assertThat(acting.billing().show(null).account().pauses()).isEmpty();
        });
    }
}
