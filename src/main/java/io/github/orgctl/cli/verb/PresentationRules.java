package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.EnvironmentVariable;
import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.output.OutputFormat;
import io.github.orgctl.cli.output.Presentation;
import io.github.orgctl.cli.parameter.ColorChoice;
import io.github.orgctl.cli.settings.Settings;
import io.github.orgctl.core.model.value.Failure;

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
    Presentation of(Verb verb) {
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
                options.jq.value(),
                !options.noHeader.isGiven(),
                color(),
                host.io().outIsTerminal(),
                // The others come from the store in the order that is asked for, page by page.
                verb instanceof ListVerb ? null : options.sort.value(),
                pager(),
                options.csvSafe.isGiven());
    }

    private boolean color() {
        return switch (options.color.orElse(ColorChoice.AUTO)) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> colorByEnvironment();
        };
    }

    private boolean colorByEnvironment() {
        if (host.variable("NO_COLOR") != null) {
            return false;
        }
        if (isForced("CLICOLOR_FORCE") || isForced("FORCE_COLOR")) {
            return true;
        }
        return host.io().outIsTerminal() && !"dumb".equals(host.variable("TERM"));
    }

    private boolean isForced(String variable) {
        String value = host.variable(variable);
        return value != null && !value.equals("0");
    }

    private String pager() {
        if (options.noPager.isGiven() || !host.io().outIsTerminal()) {
            return null;
        }
        String chosen = host.environment().get(EnvironmentVariable.PAGER.variable());
        if (chosen == null) {
            chosen = host.environment().get("PAGER");
        }
        if (chosen == null) {
            return host.finds("less") ? "less" : null;
        }
        return chosen.isBlank() || chosen.equals("cat") ? null : chosen;
    }
}
