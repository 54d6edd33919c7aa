package io.github.orgctl.cli.command.billing;

import static io.github.orgctl.cli.shape.billing.PricePlanShape.PLAN;

import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.BillingTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.ResourceTypes;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.verb.ListVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.cli.verb.change.ChangeVerb;
import io.github.orgctl.core.billing.PriceListService;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.PricePlan;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Slug;
import java.util.List;

/** {@code billing plan}. */
final class BillingPlanCommand extends Noun {
    BillingPlanCommand() {
        super(
                "billing plan",
                "Manage price plans",
                new Create(),
                new ListAll(),
                new Show(),
                new Update(),
                new Withdraw(),
                new Retire());
    }

    private static final class Create extends PricePlanVerb {
        private final Parameter<Boolean> ifNotExists =
                flag("--if-not-exists", "Succeed without changes if the price plan already exists");

        Create() {
            super("create", "Create a price plan", ResourceTypes.slug().labelled("PLAN"));
            details("Omitted prices are zero. Tiers are written as LIMIT:PRICE, the last one as PRICE. Each"
                    + " unit is charged at the price of its tier; counting starts again each month.");
            example(
                    "Charge per month and seat",
                    "orgctl billing plan create team --currency EUR --base 49 --seat 9.50");
            example(
                    "Charge for usage, the first 1000 units free",
                    "orgctl billing plan create usage --currency USD --meter users=1000:free,0.02");
            example("Read prices from a file", "orgctl billing plan create team -f team.yaml --if-not-exists");
        }

        @Override
        protected Reply execute(Services services) {
            Change<PricePlan> change = services.plans().create(plan(), changes(), ifNotExists.isGiven());
            return Reply.one(PLAN, change.value())
                    .noticeIf(!change.made(), "the price plan " + change.value().name() + " already exists");
        }
    }

    private static final class ListAll extends ListVerb<Slug> {
        private final Parameter<Boolean> retired = flag("--retired", "List retired price plans instead");

        ListAll() {
            super("list", "List the price plans in effect today by name", PLAN, BillingTypes.plan());
            example("List price plans", "orgctl billing plan list");
            example("List retired ones as well", "orgctl billing plan list --retired");
            example("Export all prices", "orgctl billing plan list -o yaml");
        }

        @Override
        protected Reply execute(Services services) {
            Page<Slug> page = page(services);
            PriceListService plans = services.plans();
            PricePlan after = page.after() == null ? null : plans.show(page.after(), null);
            return Reply.many(
                            PLAN,
                            Rows.of(PLAN, plans.list(retired.isGiven()), new Page<>(page.limit(), after, page.sort())))
                    .ifEmpty(emptyNotice("no retired price plans"));
        }
    }

    private static final class Show extends ReadVerb {
        private final Parameter<Slug> plan = required(BillingTypes.plan(), "Name of the price plan");
        private final Parameter<Long> version =
                option("--version", Types.count(), "Version to show (default: the version in effect today)");
        private final Parameter<Boolean> allVersions =
                flag("--all-versions", "Show all versions except withdrawn ones, oldest first");

        Show() {
            super("show", "Show a price plan and its prices", PLAN);
            example("Show a price plan", "orgctl billing plan show standard");
            example("Show all its versions", "orgctl billing plan show standard --all-versions");
            example(
                    "Save it as a file that 'billing plan create' reads",
                    "orgctl billing plan show standard --version 1 -o yaml > standard.yaml");
        }

        @Override
        protected Reply execute(Services services) {
            return allVersions.isGiven()
                    ? Reply.many(PLAN, Rows.of(services.plans().versions(plan.value())))
                    : Reply.one(PLAN, services.plans().show(plan.value(), version.value()));
        }
    }

    private static final class Update extends PricePlanVerb {
        private final Parameter<List<Metric>> dropped =
                option("--no-meter", BillingTypes.metric().list(), "Stop charging for a metric (repeatable)");
        private final Parameter<Long> ifRevision =
                option("--if-revision", Types.count(), "Fail unless this is the newest version");

        Update() {
            super("update", "Create a new version of a price plan", BillingTypes.plan());
            details("Omitted options keep their values, and past days keep their prices. If prices change"
                    + " during a month, each version is charged for its days. Versions scheduled for later days"
                    + " still take effect then.");
            example(
                    "Change the base price from a date on",
                    "orgctl billing plan update standard --currency USD --base 25 --from 2027-01-01");
            example(
                    "Charge for another metric",
                    "orgctl billing plan update standard --currency USD --meter api-calls=0.0001");
            example(
                    "See the new version without saving it",
                    "orgctl billing plan update standard --seat 5 --currency USD --dry-run");
        }

        @Override
        List<Metric> dropped() {
            return dropped.orElse(List.of());
        }

        @Override
        protected Reply execute(Services services) {
            Change<PricePlan> change = services.plans().update(plan(), changes(), ifRevision.value());
            return Reply.one(PLAN, change.value())
                    .noticeIf(!change.made(), "nothing to change: these prices are already set");
        }
    }

    private static final class Withdraw extends ChangeVerb {
        private final Parameter<Slug> plan = required(BillingTypes.plan(), "Name of the price plan");
        private final Parameter<Long> version =
                option("--version", Types.count(), "Version to withdraw").mandatory();

        Withdraw() {
            super("withdraw", "Withdraw a version of a price plan before it takes effect", PLAN);
            details("The previous version stays in effect. A version already in effect can't be withdrawn.");
            example("Withdraw a version that is not in force yet", "orgctl billing plan withdraw standard --version 2");
            example("See what would be withdrawn", "orgctl billing plan withdraw standard --version 2 --dry-run");
        }

        @Override
        protected Reply execute(Services services) {
            Change<PricePlan> change = services.plans().withdraw(plan.value(), version.value());
            return Reply.one(PLAN, change.value())
                    .noticeIf(!change.made(), "nothing to withdraw: the version is already withdrawn");
        }
    }

    private static final class Retire extends ChangeVerb {
        private final Parameter<Slug> plan = required(BillingTypes.plan(), "Name of the price plan");

        Retire() {
            super("retire", "Retire a price plan", PLAN);
            details("A retired price plan can no longer be assigned. Organizations already on it keep it"
                    + " until they are assigned another.");
            example("Retire a price plan", "orgctl billing plan retire basic");
            example("See what would be retired", "orgctl billing plan retire basic --dry-run");
        }

        @Override
        protected Reply execute(Services services) {
            Change<PricePlan> change = services.plans().retire(plan.value());
            return Reply.one(PLAN, change.value())
                    .noticeIf(!change.made(), "nothing to retire: the price plan is already retired");
        }
    }
}
