package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.PricePlanShape.PLAN;

import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.BillingTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.ResourceTypes;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.verb.ChangeVerb;
import io.github.orgctl.cli.verb.ListVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Reply;
import io.github.orgctl.cli.verb.Services;
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
                "The price list: plans, whose versions hold from a day on",
                new Create(),
                new ListAll(),
                new Show(),
                new Update(),
                new Withdraw(),
                new Retire());
    }

    private static final class Create extends PricePlanVerb {
        private final Parameter<Boolean> ifNotExists =
                flag("--if-not-exists", "Succeed, and change nothing, if there is a plan of this name already.");

        Create() {
            super("create", "Add a plan to the price list", ResourceTypes.slug().labelled("PLAN"));
            details("What is left out costs nothing. Tiers are LIMIT:PRICE, and the last one PRICE alone: each unit"
                    + " costs what its tier says, counted anew each month.");
            example("orgctl billing plan create team --currency EUR --base 49 --seat 9.50 --seats-included 5");
            example("orgctl billing plan create usage --currency USD --meter active-users=1000:free,100000:0.05,0.02");
            example("orgctl billing plan create team -f team.yaml --if-not-exists");
        }

        @Override
        protected Reply execute(Services services) {
            Change<PricePlan> change = services.plans().create(plan(), changes(), ifNotExists.isGiven());
            return Reply.one(PLAN, change.value())
                    .noticeIf(!change.made(), "the plan " + change.value().name() + " exists already");
        }
    }

    private static final class ListAll extends ListVerb<Slug> {
        private final Parameter<Boolean> retired = flag("--retired", "List those that are retired instead.");

        ListAll() {
            super("list", "List the plans by name, as they are today", PLAN, BillingTypes.plan());
            example("orgctl billing plan list");
            example("orgctl billing plan list -o yaml");
        }

        @Override
        protected Reply execute(Services services) {
            Page<Slug> page = page(services);
            PriceListService plans = services.plans();
            PricePlan after = page.after() == null ? null : plans.show(page.after(), null);
            return Reply.many(
                            PLAN,
                            Rows.of(PLAN, plans.list(retired.isGiven()), new Page<>(page.limit(), after, page.sort())))
                    .ifEmpty(emptyNotice("no plan is retired"));
        }
    }

    private static final class Show extends ReadVerb {
        private final Parameter<Slug> plan = required(BillingTypes.plan(), "Its name.");
        private final Parameter<Long> version =
                option("--version", Types.count(), "As it is in this version; else as it is today.");
        private final Parameter<Boolean> allVersions =
                flag("--all-versions", "Every version but those withdrawn, the first one first.");

        Show() {
            super("show", "Show a plan, with what it costs", PLAN);
            example("orgctl billing plan show standard");
            example("orgctl billing plan show standard --all-versions");
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
                option("--no-meter", BillingTypes.metric().many(), "A metric that costs nothing any more.");
        private final Parameter<Long> ifRevision =
                option("--if-revision", Types.count(), "Only if its newest version is still this one.");

        Update() {
            super("update", "Make a new version of a plan, which holds from a day on", BillingTypes.plan());
            details("What is left out stays as it is, and days that are over keep their prices. A month in which the"
                    + " price changes is charged for the days of each version. Versions that are meant for later days still begin"
                    + " then.");
            example("orgctl billing plan update standard --currency USD --base 25 --from 2027-01-01");
            example("orgctl billing plan update standard --meter api-calls=0.0001 --no-meter active-users");
        }

        @Override
        List<Metric> dropped() {
            return dropped.orElse(List.of());
        }

        @Override
        protected Reply execute(Services services) {
            Change<PricePlan> change = services.plans().update(plan(), changes(), ifRevision.value());
            return Reply.one(PLAN, change.value()).noticeIf(!change.made(), "nothing to change: it costs this already");
        }
    }

    private static final class Withdraw extends ChangeVerb {
        private final Parameter<Slug> plan = required(BillingTypes.plan(), "Its name.");
        private final Parameter<Long> version =
                option("--version", Types.count(), "Which version.").mandatory();

        Withdraw() {
            super("withdraw", "Take back a version of a plan that has not begun", PLAN);
            details("Until its day the version before holds, and goes on then. What has begun stays.");
            example("orgctl billing plan withdraw standard --version 3");
        }

        @Override
        protected Reply execute(Services services) {
            Change<PricePlan> change = services.plans().withdraw(plan.value(), version.value());
            return Reply.one(PLAN, change.value())
                    .noticeIf(!change.made(), "nothing to withdraw: it is withdrawn already");
        }
    }

    private static final class Retire extends ChangeVerb {
        private final Parameter<Slug> plan = required(BillingTypes.plan(), "Its name.");

        Retire() {
            super("retire", "Take a plan out of the price list", PLAN);
            details("Nobody can be put on it any more. Those who are on it stay, until they are put on another.");
            example("orgctl billing plan retire team");
        }

        @Override
        protected Reply execute(Services services) {
            Change<PricePlan> change = services.plans().retire(plan.value());
            return Reply.one(PLAN, change.value()).noticeIf(!change.made(), "nothing to retire: it is retired already");
        }
    }
}
