package io.github.orgctl.docs;

import io.github.orgctl.cli.app.Commands;
import io.github.orgctl.cli.help.HelpTopic;
import io.github.orgctl.cli.help.Synopsis;
import io.github.orgctl.cli.host.EnvironmentVariable;
import io.github.orgctl.cli.output.OutputFormat;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.reply.ExitCode;
import io.github.orgctl.cli.settings.Setting;
import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.verb.Example;
import io.github.orgctl.cli.verb.GlobalOptions;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Verb;
import io.github.orgctl.core.configuration.LoaderVariables;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Rule;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Role;
import java.util.ArrayList;
import java.util.List;

/** The pages of docs/reference, and the tables that other pages share with them. */
final class ReferencePages {
    private static final String FOLDER = "docs/reference/";
    private static final String NOTE =
            "<!-- Generated from the program. Renew with: " + GeneratedFiles.COMMAND + " -->\n\n";

    private ReferencePages() {}

    static List<GeneratedFile> all() {
        List<GeneratedFile> files = new ArrayList<>();
        files.add(GeneratedFile.whole(FOLDER + "README.md", ReferencePages::index));
        files.add(GeneratedFile.whole(FOLDER + "global-options.md", ReferencePages::globalOptions));
        files.add(GeneratedFile.whole(FOLDER + "topics.md", ReferencePages::topics));
        for (Noun noun : Commands.NOUNS.all()) {
            files.add(GeneratedFile.whole(FOLDER + noun.name() + ".md", () -> page(noun)));
        }
        return files;
    }

    static String exitCodes() {
        Table table = new Table("exit code", "name in JSON", "meaning");
        for (ExitCode exitCode : ExitCode.values()) {
            table.row(String.valueOf(exitCode.code()), code(exitCode.jsonName()), escaped(exitCode.meaning()));
        }
        return table.text();
    }

    static String formats() {
        Table table = new Table("`-o`", "what it writes");
        for (OutputFormat format : OutputFormat.values()) {
            table.row(code(format.toString()), escaped(format.description()));
        }
        return table.text();
    }

    static String settings() {
        Table table = new Table("setting", "variable", "what it is");
        for (Setting setting : Setting.values()) {
            table.row(code(setting.key()), code(setting.variable()), escaped(setting.description()));
        }
        return table.text();
    }

    static String variables() {
        Table table = new Table("variable", "what it is", "more in");
        for (EnvironmentVariable variable : EnvironmentVariable.values()) {
            String page = variable.page();
            table.row(code(variable.variable()), escaped(variable.description()), "[" + page + "](" + page + ")");
        }
        return table.text();
    }

    static String loaderVariables() {
        Table table = new Table("for", "variables");
        for (LoaderVariables group : LoaderVariables.values()) {
            List<String> names = new ArrayList<>();
            for (String name : group.names()) {
                names.add(code(name));
            }
            table.row(group.subject(), String.join(", ", names));
        }
        return table.text();
    }

    /** What each role may do, by the rules. */
    static String roles() {
        Table table = new Table("", "viewer", "developer", "admin", "owner");
        for (Rule rule : List.of(Rule.READ, Rule.ENVIRONMENT, Rule.MANAGE, Rule.TAKE_AWAY, Rule.OWN)) {
            boolean byMode = rule.asksLiveWrites(Mode.LIVE) && !rule.asksLiveWrites(Mode.SANDBOX);
            String what = "*" + rule.verb() + "*";
            if (byMode || !rule.asksLiveWrites(Mode.LIVE)) {
                role(table, what + (byMode ? " sandbox" : ""), rule.lowest(Mode.SANDBOX, null));
            }
            for (Role liveWrites : rule.asksLiveWrites(Mode.LIVE) ? Role.values() : new Role[0]) {
                if (LiveWrites.allows(liveWrites)) {
                    role(
                            table,
                            what + (byMode ? " live" : "") + ", where `liveWrites` is `" + liveWrites + "`",
                            rule.lowest(Mode.LIVE, new LiveWrites(liveWrites)));
                }
            }
        }
        return table.text();
    }

    private static void role(Table table, String what, Role lowest) {
        List<String> cells = new ArrayList<>(List.of(what));
        for (Role role : Role.values()) {
            cells.add(role.compareTo(lowest) < 0 ? "" : "yes");
        }
        table.row(cells.toArray(new String[0]));
    }

    /** Every action with its rule. */
    static String actions() {
        Table table = new Table("action", "done to", "who may", "by a token", "who reads its events");
        for (Action action : Action.values()) {
            table.row(
                    code(action.toString()),
                    action.level().toString(),
                    action.rule().toString(),
                    action.isForPeople() || action.rule() == Rule.OPERATE ? "" : "yes",
                    action.isRecorded() ? action.readers().toString() : "");
        }
        return table.text();
    }

    private static String index() {
        Table commands = new Table("command", "what it does");
        for (Noun page : Commands.NOUNS.all()) {
            for (Noun noun : page.withNested()) {
                for (Verb verb : noun.verbs()) {
                    String name = name(noun, verb);
                    String link = page.name() + ".md" + (noun.isCommand() ? "" : "#" + anchor(name));
                    commands.row("[`" + name + "`](" + link + ")", escaped(verb.summary()));
                }
            }
        }
        return NOTE + "# Reference\n\n" + commands.text()
                + "\nSee also the [help topics](topics.md), the [global options](global-options.md),"
                + " the [exit codes](../exit-codes.md), the [output formats](../output.md) and the"
                + " [settings and their variables](../context.md).\n";
    }

    /** Help topics as the program shows them. */
    private static String topics() {
        StringBuilder page = new StringBuilder(NOTE + "# Help topics\n\n`orgctl help TOPIC` shows one of these.\n");
        for (HelpTopic topic : HelpTopic.values()) {
            page.append("\n## ").append(topic.word()).append("\n\n```text\n");
            page.append(topic.text()).append("```\n");
        }
        return page.toString();
    }

    private static String globalOptions() {
        return NOTE + "# Global options\n\n" + options(new GlobalOptions().all());
    }

    private static String page(Noun noun) {
        StringBuilder page = new StringBuilder(NOTE);
        page.append("# orgctl ")
                .append(noun.name())
                .append("\n\n")
                .append(escaped(noun.summary()))
                .append(".\n");
        String alias = Commands.NOUNS.alias(noun.name());
        if (alias != null) {
            page.append("\n`orgctl ").append(alias).append("` means the same.\n");
        }
        for (Noun each : noun.withNested()) {
            for (Verb verb : each.verbs()) {
                if (!each.isCommand()) {
                    String name = name(each, verb);
                    page.append("\n## ")
                            .append(name)
                            .append("\n\n")
                            .append(escaped(verb.summary()))
                            .append(".\n");
                }
                describe(each, verb, page);
            }
        }
        return page.append(
                        "\nEvery command also takes the [global options](global-options.md) and ends with one of the")
                .append(" [exit codes](../exit-codes.md).\n")
                .toString();
    }

    private static void describe(Noun noun, Verb verb, StringBuilder page) {
        if (!verb.details().isEmpty()) {
            page.append('\n').append(escaped(verb.details())).append('\n');
        }
        page.append("\n```text\n").append(Synopsis.of(name(noun, verb), verb)).append("\n```\n");
        Table arguments = new Table("argument", "");
        for (Parameter<?> parameter : verb.parameters()) {
            if (!parameter.isOption()) {
                arguments.row(code(parameter.label()), escaped(parameter.description()));
            }
        }
        append(page, "", arguments.text());
        append(page, "", options(verb.parameters()));
        if (verb.shape() != null) {
            List<String> fields = new ArrayList<>();
            for (Field<?> field : verb.shape().fields()) {
                fields.add(code(field.jsonName()));
            }
            append(page, "", "Fields: " + String.join(", ", fields) + ".\n");
        }
        if (!verb.examples().isEmpty()) {
            append(page, "Examples:\n\n", "```sh\n" + examples(verb) + "```\n");
        }
    }

    private static String examples(Verb verb) {
        StringBuilder text = new StringBuilder();
        for (Example example : verb.examples()) {
            text.append(text.length() == 0 ? "" : "\n");
            text.append("# ").append(example.caption()).append('\n');
            text.append(example.commandLine()).append('\n');
        }
        return text.toString();
    }

    private static void append(StringBuilder page, String lead, String text) {
        if (!text.isEmpty()) {
            page.append('\n').append(lead).append(text);
        }
    }

    private static String options(List<Parameter<?>> parameters) {
        Table table = new Table("option", "");
        for (Parameter<?> parameter : parameters) {
            if (parameter.isOption()) {
                table.row(code(Synopsis.option(parameter)), escaped(Synopsis.description(parameter)));
            }
        }
        return table.text();
    }

    private static String name(Noun noun, Verb verb) {
        return "orgctl " + noun.nameOf(verb);
    }

    private static String anchor(String heading) {
        return heading.replace(' ', '-');
    }

    /** In a table a bar would end the cell, even within code. */
    private static String code(String text) {
        return "`" + text.replace("|", "\\|") + "`";
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*");
    }

    /** A table in Markdown; nothing where it has no rows. */
    private static final class Table {
        private final StringBuilder text = new StringBuilder();
        private boolean empty = true;

        Table(String... headers) {
            row(headers);
            text.append("|---".repeat(headers.length)).append("|\n");
            empty = true;
        }

        void row(String... cells) {
            text.append("| ").append(String.join(" | ", cells)).append(" |\n");
            empty = false;
        }

        String text() {
            return empty ? "" : text.toString();
        }
    }
}
