package io.github.orgctl.cli.format;

import io.github.orgctl.core.billing.PricePlanChanges;
import io.github.orgctl.core.model.billing.Currencies;
import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.Price;
import io.github.orgctl.core.model.billing.Tiers;
import io.github.orgctl.core.model.configuration.JsonTree;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.value.Days;
import io.github.orgctl.core.model.value.Failure;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the prices of a plan from a YAML (or JSON) document. */
public final class PricePlanFile {
    private static final List<String> MEMBERS = List.of("from", "currency", "base", "seat", "seatsIncluded", "meters");

    private final JsonTree document;

    private PricePlanFile(JsonTree document) {
        this.document = document;
    }

    /**
     * @throws Failure USAGE if it is not such a document
     */
    public static PricePlanChanges read(String text) {
        JsonTree document = YamlReader.read(text);
        if (!document.isObject()) {
            throw Failure.usage("this is not a price plan", "the fields are " + String.join(", ", MEMBERS));
        }
        for (String name : document.members().keySet()) {
            if (!MEMBERS.contains(name)) {
                throw Failure.usage("unknown field '" + name + "'", "the fields are " + String.join(", ", MEMBERS));
            }
        }
        return new PricePlanFile(document).changes();
    }

    private PricePlanChanges changes() {
        String from = text("from");
        String currency = text("currency");
        String base = text("base");
        String seat = text("seat");
        String included = text("seatsIncluded");
        return new PricePlanChanges(
                from == null ? null : Days.parse(from),
                currency == null ? null : Currencies.parse(currency),
                base == null ? null : Price.parse(base),
                seat == null ? null : Price.parse(seat),
                included == null ? null : count(included),
                meters(),
                List.of());
    }

    private Map<Metric, Tiers> meters() {
        JsonTree tree = document.members().get("meters");
        Map<Metric, Tiers> meters = new TreeMap<>();
        if (tree == null) {
            return meters;
        }
        if (!tree.isObject()) {
            throw Failure.usage("'meters' is not an object", "write METRIC: TIERS, for example seats: 1000:free,0.05");
        }
        tree.members().forEach((name, tiers) -> meters.put(new Metric(name), Tiers.parse(text(tiers))));
        return meters;
    }

    private static long count(String text) {
        try {
            long count = Long.parseLong(text);
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException notANumber) {
            // Reported below, together with negative numbers.
        }
        throw Failure.usage("'" + text + "' is not a number of seats");
    }

    /** The member's text, or null if it is missing. */
    private String text(String name) {
        JsonTree member = document.members().get(name);
        return member == null ? null : text(member);
    }

    private static String text(JsonTree member) {
        return new Value(member.json()).text();
    }
}
