package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.output.OutputFormat;
import io.github.orgctl.cli.output.TimeStyle;
import io.github.orgctl.cli.parameter.Candidates;
import io.github.orgctl.cli.parameter.ColorChoice;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Type;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.parameter.WaitTime;
import io.github.orgctl.cli.settings.Setting;
import io.github.orgctl.core.model.value.Sort;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Options of all commands. */
public final class GlobalOptions {
    final Parameter<OutputFormat> output = option(
            List.of("-o", "--output"),
            Types.outputFormat(),
            "Output format: table, json, ndjson, yaml, csv, tsv or ids (default: table)");
    final Parameter<List<String>> fields =
            option(List.of("--fields"), Types.fieldNames(), "Show only these fields, in this order");
    final Parameter<String> jq = option(
            List.of("--jq"), Types.words("EXPR"), "Filter JSON with a jq expression; strings are printed unquoted");
    final Parameter<Sort> sort = option(List.of("--sort"), Types.sort(), "Sort a list by a field");
    final Parameter<Boolean> noHeader = flag("--no-header", "Omit the header of tables, csv and tsv");
    final Parameter<Boolean> csvSafe =
            flag("--csv-safe", "Escape csv and tsv cells that spreadsheets would treat as formulas");
    final Parameter<String> org = option(
            List.of("--org"),
            Types.words("ORG").offering(Candidates.ORGANIZATION),
            "Organization slug or ID (default: current organization)");
    final Parameter<String> store = option(
            List.of("--store"),
            Types.words("FILE|URL").offering(Candidates.FILE),
            "Store: a file or a postgresql:// URL");
    final Parameter<String> as = option(
            List.of("--as"),
            Types.words("EMAIL").offering(Candidates.MEMBER),
            "Act as this member (default: the local operator)");
    final Parameter<WaitTime> wait = option(
            List.of("--wait"),
            Types.waitTime(),
            "Maximum time to wait for other changes to the store, for example 500ms, 30s or 5m" + " (default: 30s)");
    final Parameter<ColorChoice> color =
            option(List.of("--color"), Types.color(), "Use colours: always, never or auto (default: auto)");
    final Parameter<TimeStyle> time = option(
            List.of("--time"),
            Types.timeStyle(),
            "Times in tables: utc, local or relative (default: local on a terminal).");
    final Parameter<Boolean> noPager = flag("--no-pager", "Do not page long output");
    final Parameter<Boolean> noInput = flag("--no-input", "Never prompt");
    final Parameter<Boolean> debug = flag("--debug", "Show the stack trace of an error");
    final Parameter<Boolean> help =
            new Parameter<>(Parameter.Kind.FLAG, List.of("-h", "--help"), null, null, "Show help");

    private final List<Parameter<?>> all = List.of(
            output, fields, jq, sort, noHeader, csvSafe, org, store, as, wait, color, time, noPager, noInput, debug,
            help);

    /** All options, in help order. */
    public List<Parameter<?>> all() {
        return all;
    }

    /** When to use colours. */
    public ColorChoice color() {
        return color.orElse(ColorChoice.AUTO);
    }

    /** Settings given on the command line. */
    public Map<Setting, String> settings() {
        // Not an EnumMap, which finds the constants by reflection; that takes 6 ms on Java 25.
        Map<Setting, String> settings = new HashMap<>();
        put(settings, Setting.STORE, store);
        put(settings, Setting.ORG, org);
        put(settings, Setting.ACTOR, as);
        put(settings, Setting.OUTPUT, output);
        put(settings, Setting.WAIT, wait);
        put(settings, Setting.TIME, time);
        put(settings, Setting.COLOR, color);
        return settings;
    }

    private static void put(Map<Setting, String> settings, Setting setting, Parameter<?> option) {
        if (option.isGiven()) {
            settings.put(setting, option.value().toString());
        }
    }

    private static <T> Parameter<T> option(List<String> names, Type<T> type, String description) {
        return new Parameter<>(Parameter.Kind.OPTION, names, type, type.label(), description);
    }

    private static Parameter<Boolean> flag(String name, String description) {
        return new Parameter<>(Parameter.Kind.FLAG, List.of(name), null, null, description);
    }
}
