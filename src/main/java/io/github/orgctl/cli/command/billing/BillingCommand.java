package io.github.orgctl.cli.command.billing;

import static io.github.orgctl.cli.shape.billing.BillingShape.BILLING;

import io.github.orgctl.cli.parameter.BillingTypes;
import io.github.orgctl.cli.parameter.MemberTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.ResourceTypes;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.cli.verb.change.ChangeVerb;
import io.github.orgctl.core.billing.BillingChanges;
import io.github.orgctl.core.billing.BillingOverview;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.model.billing.BillingAccount;
import io.github.orgctl.core.model.billing.Percentage;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Line;
import io.github.orgctl.core.model.value.Slug;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

public final class BillingCommand extends Noun {
    public BillingCommand() {
        super(
                "billing",
                "Manage billing, price plans and usage",
                List.of(new BillingPlanCommand(), new BillingUsageCommand(), new BillingIssuerCommand()),
                new Show(),
                new Update(),
                new StatementVerb());
    }

    private static final class Show extends ReadVerb {
        Show() {
            super("show", "Show an organization's billing account", BILLING);
            details("Every organization has a billing account, which starts on the price plan free.");
            example("Show the current organization's billing account", "orgctl billing show");
            example("Show that of another organization", "orgctl billing show --org globex");
            example("Print the price plan", "orgctl billing show --jq .plan");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.one(BILLING, services.billing().show(null));
        }
    }

    private static final class Update extends ChangeVerb {
        private final Parameter<Slug> plan =
                option("--plan", BillingTypes.plan(), "Price plan; see 'orgctl billing plan list'");
        private final Parameter<CurrencyUnit> currency =
                option("--currency", BillingTypes.currency(), "Currency (ISO 4217 code)");
        private final Parameter<LocalDate> from = option(
                "--from", BillingTypes.day(), "First day on which the price plan and currency apply (default: today)");
        private final Parameter<Optional<Email>> email =
                option("--email", MemberTypes.email().optional(), "Billing e-mail address; empty to remove");
        private final Parameter<Line> legalName =
                option("--legal-name", BillingTypes.line(), "Legal name of the customer; empty to remove");
        private final Parameter<Description> address =
                option("--address", ResourceTypes.description(), "Postal address, may have several lines");
        private final Parameter<Line> taxId = option("--tax-id", BillingTypes.line(), "Tax number; empty to remove");
        private final Parameter<Optional<LocalDate>> trialEnd = option(
                "--trial-end", BillingTypes.day().optional(), "First billable day after the trial; empty for no trial");
        private final Parameter<Long> paymentDays =
                option("--payment-days", Types.upTo(BillingAccount.MAX_PAYMENT_DAYS), "Payment term in days");
        private final Parameter<Percentage> discount =
                option("--discount", BillingTypes.percentage(), "Discount in percent");
        private final Parameter<Long> ifRevision =
                option("--if-revision", Types.count(), "Fail unless this is the current revision");

        Update() {
            super("update", "Update an organization's billing account", BILLING);
            details("Omitted options leave their values unchanged. If the price plan changes during a month,"
                    + " each price plan is charged for its days.");
            example("Change the price plan", "orgctl billing update --org acme --plan standard");
            example(
                    "Change it from a date on, unless the account was changed since revision 1",
                    "orgctl billing update --plan advanced --from 2026-12-01 --if-revision 1");
            example(
                    "Set who is billed, with a discount",
                    "orgctl billing update --legal-name \"Acme Inc\" --discount 10");
        }

        @Override
        protected Reply execute(Services services) {
            BillingChanges changes = new BillingChanges(
                    plan.value(),
                    currency.value(),
                    from.value(),
                    email.value(),
                    legalName.value(),
                    address.value(),
                    taxId.value(),
                    trialEnd.value(),
                    paymentDays.value(),
                    discount.value());
            Change<BillingOverview> change = services.billing().update(null, changes, ifRevision.value());
            return Reply.one(BILLING, change.value())
                    .noticeIf(!change.made(), "nothing to change: the values are already set");
        }
    }
}
