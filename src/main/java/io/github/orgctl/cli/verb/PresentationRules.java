package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.output.Fields;
import io.github.orgctl.cli.output.OutputFormat;
import io.github.orgctl.cli.output.Presentation;
import io.github.orgctl.cli.output.Times;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.settings.Setting;
import io.github.orgctl.cli.settings.Settings;
import io.github.orgctl.core.model.value.Failure;
import java.util.List;

/** Presentation of a result, from options, environment variables and the terminal. */
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
     * @throws Failure USAGE when the options contradict each other
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
                // The others come from the store in the order that is asked for, page by page.
                verb instanceof ListVerb ? null : options.sort.value(),
                pager(),
                options.csvSafe.isGiven(),
                times(host.io().outIsTerminal() || options.time.isGiven()));
    }

    /** How times are written, short for people and complete for programs. */
    Times times(boolean forPeople) {
        return forPeople ? new Times(settings.time(), host.variable("TZ"), host.clock()) : Times.COMPLETE;
    }

    /** The columns that a list's table has by default, those that it can have; null for its own choice. */
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
        // Set but empty, it stands for no pager.
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
