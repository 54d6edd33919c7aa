package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.BillingShape.BILLING;

import io.github.orgctl.cli.parameter.BillingTypes;
import io.github.orgctl.cli.parameter.MemberTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.ResourceTypes;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.verb.ChangeVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Reply;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.billing.BillingChanges;
import io.github.orgctl.core.billing.BillingOverview;
import io.github.orgctl.core.kernel.Change;
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
    private static final long LONGEST_TERM_DAYS = 365;

    public BillingCommand() {
        super(
                "billing",
                "What each organization is charged, from price list to statement",
                List.of(new BillingPlanCommand(), new BillingUsageCommand()),
                new Show(),
                new Update(),
                new StatementVerb());
    }

    private static final class Show extends ReadVerb {
        Show() {
            super("show", "Show the billing account of an organization", BILLING);
            details("Every organization has one, from its first day on the plan free.");
            example("orgctl billing show --org acme");
            example("orgctl billing show -o json --jq .plan");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.one(BILLING, services.billing().show(null));
        }
    }

    private static final class Update extends ChangeVerb {
        private final Parameter<Slug> plan =
                option("--plan", BillingTypes.plan(), "Another plan: one of orgctl billing plan list.");
        private final Parameter<CurrencyUnit> currency =
                option("--currency", BillingTypes.currency(), "What is paid in: a code of ISO 4217.");
        private final Parameter<LocalDate> from =
                option("--from", BillingTypes.day(), "The day from which plan and currency hold; today if left out.");
        private final Parameter<Optional<Email>> email =
                option("--email", MemberTypes.email().optional(), "Where bills go; empty to remove it.");
        private final Parameter<Line> legalName =
                option("--legal-name", BillingTypes.line(), "Who pays; empty to remove it.");
        private final Parameter<Description> address =
                option("--address", ResourceTypes.description(), "Its address, which may have lines.");
        private final Parameter<Line> taxId =
                option("--tax-id", BillingTypes.line(), "Its tax number; empty to remove it.");
        private final Parameter<Optional<LocalDate>> trialEnd = option(
                "--trial-end", BillingTypes.day().optional(), "The first day that is charged; empty for no trial.");
        private final Parameter<Long> paymentDays =
                option("--payment-days", Types.upTo(LONGEST_TERM_DAYS), "Within how many days a bill is to be paid.");
        private final Parameter<Percentage> discount =
                option("--discount", BillingTypes.percentage(), "How many per cent are taken off.");
        private final Parameter<Long> ifRevision =
                option("--if-revision", Types.count(), "Only if it still has this revision.");

        Update() {
            super("update", "Change the billing account of an organization", BILLING);
            details("Options that are left out leave their values as they are. A month with two plans is charged for"
                    + " the days of each.");
            example("orgctl billing update --org acme --plan standard");
            example("orgctl billing update --plan advanced --from 2026-12-01 --if-revision 3");
            example("orgctl billing update --legal-name \"Acme Inc\" --email billing@acme.example --discount 10");
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
                    .noticeIf(!change.made(), "nothing to change: it has these values already");
        }
    }
}
