package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.output.Fields;
import io.github.orgctl.cli.output.OutputFormat;
import io.github.orgctl.cli.output.Presentation;
import io.github.orgctl.cli.output.Times;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.settings.ColorRules;
import io.github.orgctl.cli.settings.Setting;
import io.github.orgctl.cli.settings.Settings;
import io.github.orgctl.core.model.value.Failure;
import java.util.List;

/** Determines the presentation of a result from options, settings and the terminal. */
final class PresentationRules {
    private final Host host;
    private final GlobalOptions options;
    private final Settings settings;

    PresentationRules(Host host, GlobalOptions options, Settings settings) {
        this.host = host;
        this.options = options;
        this.settings = settings;
    }

    /**
     * @throws Failure USAGE if options contradict each other
     */
    Presentation of(Noun noun, Verb verb) {
        OutputFormat format = verb.prefersJson() && !options.output.isGiven() ? OutputFormat.JSON : settings.output();
        if (options.jq.isGiven() && format != OutputFormat.JSON && format != OutputFormat.NDJSON) {
            if (options.output.isGiven()) {
                throw Failure.usage("--jq filters JSON, not " + format, "leave out -o, or use -o json or -o ndjson");
            }
            format = OutputFormat.JSON;
        }
        if (options.csvSafe.isGiven() && format != OutputFormat.CSV && format != OutputFormat.TSV) {
            throw Failure.usage("--csv-safe is for csv and tsv, not " + format, "leave it out, or use -o csv");
        }
        return new Presentation(
                format,
                options.fields.value(),
                columns(noun, verb, format),
                options.jq.value(),
                !options.noHeader.isGiven(),
                ColorRules.apply(settings, host, host.io().outIsTerminal()),
                host.io().outIsTerminal(),
                // List verbs are sorted by the store, page by page.
                verb instanceof ListVerb ? null : options.sort.value(),
                pager(),
                options.csvSafe.isGiven(),
                times(host.io().outIsTerminal() || options.time.isGiven()));
    }

    /** Format of times: short for people, complete for programs. */
    Times times(boolean forPeople) {
        return forPeople ? new Times(settings.time(), host.variable("TZ"), host.clock()) : Times.COMPLETE;
    }

    /** The configured default columns of a list's table that exist; null for the built-in default. */
    private List<String> columns(Noun noun, Verb verb, OutputFormat format) {
        if (format != OutputFormat.TABLE
                || options.fields.isGiven()
                || !verb.name().equals("list")) {
            return null;
        }
        String chosen = settings.columns(noun.name()).value();
        return chosen == null
                ? null
                : Fields.known(verb.shape(), Types.fieldNames().parse(chosen));
    }

    private String pager() {
        if (options.noPager.isGiven() || !host.io().outIsTerminal()) {
            return null;
        }
        String variable = Setting.PAGER.variable();
        // Set but empty means no pager.
        String chosen =
                host.environment().containsKey(variable) ? host.environment().get(variable) : settings.pager();
        if (chosen == null) {
            chosen = host.environment().get("PAGER");
        }
        if (chosen == null) {
            return host.finds("less") ? "less" : null;
        }
        return chosen.isBlank() || chosen.equals("cat") ? null : chosen;
    }
}
