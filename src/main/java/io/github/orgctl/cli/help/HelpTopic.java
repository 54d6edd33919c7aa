package io.github.orgctl.cli.help;

import io.github.orgctl.cli.host.EnvironmentVariable;
import io.github.orgctl.cli.output.OutputFormat;
import io.github.orgctl.cli.reply.ExitCode;
import io.github.orgctl.cli.settings.Setting;
import io.github.orgctl.cli.shape.HintSpelling;
import io.github.orgctl.cli.verb.GlobalOptions;
import io.github.orgctl.core.model.promotion.Gate;
import java.util.ArrayList;
import java.util.List;

/** Help on what several commands have in common, shown by {@code orgctl help TOPIC}. */
public enum HelpTopic {
    CONTEXT("context", "Where the store, the organization, the project and the mode come from"),
    ENVIRONMENT("environment", "Environment variables"),
    EXIT_CODES("exit-codes", "Exit codes"),
    GATES("gates", "Options that approve risky changes of live"),
    OPTIONS("options", "Global options"),
    OUTPUT("output", "Formats, fields, sorting and jq"),
    REFERENCES("references", "How to name organizations, projects and environments"),
    SCHEMA_POLICIES("schema-policies", "Rules for keys in a project's schema (x-orgctl)");

    private final String word;
    private final String summary;

    HelpTopic(String word, String summary) {
        this.word = word;
        this.summary = summary;
    }

    /** The topic with this name, or null. */
    public static HelpTopic named(String word) {
        for (HelpTopic topic : values()) {
            if (topic.word.equals(word)) {
                return topic;
            }
        }
        return null;
    }

    /** Its name on the command line. */
    public String word() {
        return word;
    }

    public String summary() {
        return summary;
    }

    /** The help text for a terminal. */
    public String text() {
        HelpText text = new HelpText().paragraph(summary + ".");
        writeTo(text);
        return text.toString();
    }

    /** Writes what it explains, without its summary. */
    public void writeTo(HelpPage page) {
        switch (this) {
            case CONTEXT -> context(page);
            case ENVIRONMENT -> environment(page);
            case EXIT_CODES -> exitCodes(page);
            case GATES -> gates(page);
            case OPTIONS -> page.options("Options", new GlobalOptions().all());
            case OUTPUT -> output(page);
            case REFERENCES -> references(page);
            case SCHEMA_POLICIES -> schemaPolicies(page);
        }
    }

    private static void context(HelpPage page) {
        List<String> options = new ArrayList<>();
        List<String> variables = new ArrayList<>();
        for (Setting setting : List.of(Setting.STORE, Setting.ORG, Setting.PROJECT, Setting.MODE, Setting.ACTOR)) {
            options.add(setting.option());
            variables.add(setting.variable());
        }
        page.paragraph("Each value comes from the first of these that has one:")
                .table(
                        "Sources",
                        List.of(
                                new String[] {"Option", String.join(", ", options)},
                                new String[] {"Environment variable", String.join(", ", variables)},
                                new String[] {"Directory", "The nearest .orgctl.json at or above the working directory"
                                },
                                new String[] {"User", "$XDG_CONFIG_HOME/orgctl/config.json"},
                                new String[] {"Default", "The store orgctl.db in $XDG_DATA_HOME/orgctl"}))
                .section(
                        "Projects",
                        "A project from one source does not combine with an organization from a source with higher"
                                + " precedence, unless it names its organization: ORG/PROJECT.")
                .section(
                        "Trust",
                        "The store, the actor and the pager in an .orgctl.json are used only after 'orgctl trust'.")
                .section(
                        "Live",
                        "Reads use the current mode. A change of live must name live in the command itself: --mode live,"
                                + " :live or the ID of a live environment.")
                .lines(
                        "Examples",
                        List.of(
                                "# Select an organization and a project",
                                "orgctl use acme/website",
                                "",
                                "# Select them for this directory and below",
                                "orgctl use acme/website --here",
                                "",
                                "# Show each value and its source",
                                "orgctl status --explain",
                                "",
                                "# Clear the selection",
                                "orgctl use --clear"));
    }

    private static void environment(HelpPage text) {
        text.paragraph(
                "Options take precedence over these variables, and the variables over settings files: see 'orgctl"
                        + " help context'. 'orgctl status --explain' shows each value and its origin.");
        List<String[]> settings = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            settings.add(new String[] {setting.variable(), sentence(setting.description())});
        }
        text.table("Settings", settings);
        List<String[]> variables = new ArrayList<>();
        for (EnvironmentVariable variable : EnvironmentVariable.values()) {
            variables.add(new String[] {variable.variable(), sentence(variable.description())});
        }
        text.table("Other variables", variables);
        text.table(
                "Standard variables",
                List.of(
                        new String[] {"NO_COLOR", "Never use colours, unless --color says otherwise"},
                        new String[] {"CLICOLOR_FORCE, FORCE_COLOR", "Use colours even if the output is no terminal"},
                        new String[] {"PAGER", "Pager for long output (default: less)"},
                        new String[] {"VISUAL, EDITOR", "Editor for 'orgctl config edit'"},
                        new String[] {"TZ", "Time zone of times shown in tables on a terminal"},
                        new String[] {"XDG_CONFIG_HOME", "Directory of settings (default: ~/.config)"},
                        new String[] {"XDG_DATA_HOME", "Directory of the store and keyset (default: ~/.local/share)"},
                        new String[] {"XDG_CACHE_HOME", "Directory of the class archive (default: ~/.cache)"},
                        new String[] {"PGPASSWORD, PGPASSFILE", "Password for a PostgreSQL store"},
                        new String[] {"JAVA_HOME", "Java to run with (default: java on the PATH)"}));
    }

    private static void exitCodes(HelpPage text) {
        List<String[]> rows = new ArrayList<>();
        for (ExitCode exitCode : ExitCode.values()) {
            rows.add(new String[] {String.valueOf(exitCode.code()), exitCode.jsonName(), exitCode.meaning()});
        }
        text.rows(rows)
                .paragraph("With -o json, an error is written to standard error as JSON:"
                        + " {\"error\":{\"code\",\"message\",\"hint\"}}. Its code is the name above.");
    }

    private static void gates(HelpPage text) {
        text.paragraph("A risky change of live is refused with exit code " + ExitCode.REFUSED.code()
                + " unless the option of its gate is given. --yes opens no gate. --dry-run shows which gates a change"
                + " requires.");
        List<String[]> rows = new ArrayList<>();
        for (Gate gate : Gate.values()) {
            rows.add(new String[] {gate.toString(), HintSpelling.option(gate), sentence(gate.risk())});
        }
        text.rows(rows);
        text.paragraph("'orgctl help schema-policies' explains how a schema marks keys.");
        text.lines(
                "Examples",
                List.of(
                        "# See which gates a promotion requires",
                        "orgctl env promote website --dry-run",
                        "",
                        "# Promote, and allow deleting keys from live",
                        "orgctl env promote website --allow-delete"));
    }

    private static void output(HelpPage text) {
        List<String[]> rows = new ArrayList<>();
        for (OutputFormat format : OutputFormat.values()) {
            rows.add(new String[] {format.toString(), sentence(format.description())});
        }
        text.table("Formats (-o, --output)", rows)
                .section(
                        "Fields (--fields)",
                        "Shows only the named fields, in the given order. Each command's help lists its fields. A table"
                                + " without --fields shows the most important ones that fit the terminal.")
                .section(
                        "Sorting (--sort)",
                        "Sorts a list by a field: --sort name, or --sort name:desc for descending order.")
                .section(
                        "Filtering (--jq)",
                        "Filters the JSON with a jq expression, without jq installed. Lists are arrays, single results"
                                + " objects. Strings are printed unquoted.")
                .section(
                        "Terminals and pipes",
                        "Results go to standard output; notices, prompts and errors to standard error. On a terminal,"
                                + " tables fit its width, times are local, and long output is paged. Piped tables are"
                                + " complete. Times in other formats are RFC 3339 in UTC.")
                .lines(
                        "Examples",
                        List.of(
                                "# Print one value",
                                "orgctl project show acme/website --jq .liveId",
                                "",
                                "# Choose and order columns",
                                "orgctl project list --fields slug,name --sort name",
                                "",
                                "# Process a list in a shell loop",
                                "orgctl project list -o ids"));
    }

    private static void references(HelpPage text) {
        text.table("Organizations", List.of(new String[] {"acme", "Slug"}, new String[] {"5bc8fbbc-…", "Organization ID"
                }))
                .table(
                        "Projects",
                        List.of(
                                new String[] {"website", "Slug in the current organization"},
                                new String[] {"acme/website", "Organization and project"},
                                new String[] {"c6a53877-…", "Project ID"}))
                .table(
                        "Environments",
                        List.of(
                                new String[] {"website:live", "Project and mode"},
                                new String[] {"acme/website:live", "Organization, project and mode"},
                                new String[] {"website --mode live", "The same, with the mode as an option"},
                                new String[] {"--shared --mode live", "The shared configuration of the organization"},
                                new String[] {"87b0b125-…", "Environment ID"}))
                .paragraph("'orgctl use ORG/PROJECT' selects an organization and a project, which may be omitted from"
                        + " then on. A command that changes live must name live itself (--mode live, :live or the ID of"
                        + " a live environment), regardless of the selection; 'env promote' always changes live. --expect-env ID makes a command fail if it"
                        + " resolves another environment.")
                .lines(
                        "Examples",
                        List.of(
                                "# Work on a project without naming it",
                                "orgctl use acme/website",
                                "orgctl config list --mode sandbox",
                                "",
                                "# Name everything",
                                "orgctl config set limits.users=50 --env acme/website:live"));
    }

    private static void schemaPolicies(HelpPage text) {
        text.paragraph(
                        "A project's schema is a JSON Schema (2020-12). The keyword x-orgctl at a property adds rules for"
                                + " the key and everything below it:")
                .table(
                        "Rules",
                        List.of(
                                new String[] {"\"pair\": \"differ\"", "The values must differ; promotions skip the key"
                                },
                                new String[] {"\"pair\": \"match\"", "The values in sandbox and live must be equal"},
                                new String[] {
                                    "\"only\": \"sandbox\"", "Only sandbox may have the key; promotions skip it"
                                },
                                new String[] {"\"only\": \"live\"", "Only live may have the key; promotions skip it"},
                                new String[] {"\"promote\": \"never\"", "Promotions skip the key"},
                                new String[] {
                                    "\"critical\": true",
                                    "Changing it in live requires " + HintSpelling.option(Gate.CRITICAL)
                                },
                                new String[] {
                                    "\"downgrade\": true",
                                    "Loosening it in live requires " + HintSpelling.option(Gate.DOWNGRADE)
                                            + ": true to false, or a longer list"
                                }))
                .paragraph("Dots in keys nest: the key limits.users is the property users of the object limits. An"
                        + " x-orgctl is refused where no key is certain, such as below items or anyOf.")
                .lines(
                        "Example",
                        List.of(
                                "{",
                                "  \"properties\": {",
                                "    \"api\": {",
                                "      \"properties\": {",
                                "        \"url\": { \"type\": \"string\", \"x-orgctl\": { \"pair\": \"differ\" } }",
                                "      }",
                                "    }",
                                "  }",
                                "}"))
                .lines("Usage", List.of("orgctl schema set -f schema.json website"));
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
