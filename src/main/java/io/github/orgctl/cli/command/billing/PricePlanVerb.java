package io.github.orgctl.cli.command.billing;

import static io.github.orgctl.cli.shape.billing.PricePlanShape.PLAN;

import io.github.orgctl.cli.format.PricePlanFile;
import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.parameter.BillingTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Type;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.verb.change.ChangeVerb;
import io.github.orgctl.core.billing.PricePlanChanges;
import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.Price;
import io.github.orgctl.core.model.billing.PricePlanRates;
import io.github.orgctl.core.model.billing.Tiers;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Slug;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;

/** A verb that sets the prices of a plan. Options take precedence over the file. */
abstract class PricePlanVerb extends ChangeVerb {
    private final Parameter<Slug> plan;
    private final Parameter<CurrencyUnit> currency =
            option("--currency", BillingTypes.currency(), "Currency of the prices (ISO 4217 code)");
    private final Parameter<Price> base = option("--base", BillingTypes.price(), "Base price per month");
    private final Parameter<Price> seat =
            option("--seat", BillingTypes.price(), "Price per month for each member beyond those included");
    private final Parameter<Long> seatsIncluded =
            option("--seats-included", Types.upTo(PricePlanRates.MAX_SEATS), "Number of included members");
    private final Parameter<List<Map.Entry<Metric, Tiers>>> meters = option(
            "--meter",
            BillingTypes.meter().many(),
            "Price of a metric by tiers, for example active-users=1000:free,100000:0.05,0.02" + " (repeatable)");
    private final Parameter<LocalDate> from =
            option("--from", BillingTypes.day(), "First day on which the prices apply (default: today)");
    private final Parameter<String> file =
            option("-f", "--file", Types.file(), "YAML or JSON file with these values; options take precedence");
    private PricePlanChanges changes;

    /**
     * @param plan type of the plan's argument
     */
    PricePlanVerb(String name, String summary, Type<Slug> plan) {
        super(name, summary, PLAN);
        this.plan = required(plan, "Name of the price plan");
    }

    final Slug plan() {
        return plan.value();
    }

    /** The metrics whose prices are removed. */
    List<Metric> dropped() {
        return List.of();
    }

    @Override
    protected void read(Input input) {
        PricePlanChanges given = new PricePlanChanges(
                from.value(), currency.value(), base.value(), seat.value(), seatsIncluded.value(), tiers(), dropped());
        changes = file.isGiven() ? given.over(PricePlanFile.read(input.document(file.value()))) : given;
    }

    /**
     * @throws Failure USAGE if the options contradict each other for a metric
     */
    private Map<Metric, Tiers> tiers() {
        Map<Metric, Tiers> tiers = new TreeMap<>();
        for (Map.Entry<Metric, Tiers> meter : meters.orElse(List.of())) {
            if (tiers.put(meter.getKey(), meter.getValue()) != null) {
                throw Failure.usage("--meter names '" + meter.getKey() + "' twice", "give each metric one price");
            }
        }
        for (Metric metric : dropped()) {
            if (tiers.containsKey(metric)) {
                throw Failure.usage("--meter and --no-meter both name '" + metric + "'", "leave out one of the two");
            }
        }
        return tiers;
    }

    final PricePlanChanges changes() {
        return changes;
    }
}
