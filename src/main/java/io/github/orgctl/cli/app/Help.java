package io.github.orgctl.cli.app;

import io.github.orgctl.cli.help.HelpText;
import io.github.orgctl.cli.help.HelpTopic;
import io.github.orgctl.cli.help.Synopsis;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.verb.Example;
import io.github.orgctl.cli.verb.Invocation;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Synonyms;
import io.github.orgctl.cli.verb.Verb;
import io.github.orgctl.core.kernel.Nearest;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;

/** Help texts of the program, nouns, verbs and topics, generated from the declarations that the parser uses. */
final class Help {
    /** Name of the help command. */
    static final String COMMAND = "help";

    private final HelpText text = new HelpText();

    private Help() {}

    /** The help text for words such as {@code org create} or {@code exit-codes}. */
    static String on(List<String> words) {
        if (words.equals(List.of(COMMAND))) {
            return of(Invocation.of(new String[0], Commands.NOUNS));
        }
        if (words.size() == 1 && Commands.NOUNS.named(words.get(0)) == null) {
            HelpTopic topic = HelpTopic.named(words.get(0));
            if (topic != null) {
                return topic.text();
            }
            refuseUnknown(words.get(0));
        }
        return of(Invocation.of(words.toArray(new String[0]), Commands.NOUNS));
    }

    /** The help text for the noun and verb of a command line. */
    static String of(Invocation invocation) {
        Help help = new Help();
        if (invocation.verb() != null) {
            help.verb(invocation.name(), invocation.verb());
        } else if (invocation.noun() != null) {
            help.noun(invocation.noun());
        } else {
            help.root();
        }
        return help.text.toString();
    }

    /** Refuses a word that is neither a command nor a topic. The parser handles options and words of other tools. */
    private static void refuseUnknown(String word) {
        if (word.startsWith("-") || Synonyms.ofFirstWord(word).length > 0) {
            return;
        }
        List<String> known = new ArrayList<>(Commands.NOUNS.names());
        for (HelpTopic topic : HelpTopic.values()) {
            known.add(topic.word());
        }
        throw Failure.usage("unknown command or topic '" + word + "'", hint(word, known));
    }

    private static String hint(String word, List<String> known) {
        String question = Nearest.question(word, known);
        if (question != null) {
            return question;
        }
        for (HelpTopic topic : HelpTopic.values()) {
            if (topic.word().contains(word)) {
                return "did you mean " + topic.word() + "?";
            }
        }
        return "list the commands and topics with: orgctl --help";
    }

    private void root() {
        text.paragraph("Manage organizations, projects and each project's sandbox and live environments.");
        text.paragraph("Usage: orgctl NOUN VERB [ARGS] [OPTIONS]");
        List<String[]> rows = new ArrayList<>();
        Commands.Group group = null;
        for (Commands command : Commands.values()) {
            String title = command.group() == group ? "" : command.group().title();
            group = command.group();
            rows.add(new String[] {
                title, command.word(), Commands.NOUNS.named(command.word()).summary()
            });
        }
        text.rows(rows);
        text.table("Examples", List.<String[]>of(new String[] {
            "orgctl org create \"Acme Inc\" --use", "Create an organization and select it"
        }));
        StringBuilder topics = new StringBuilder();
        for (HelpTopic topic : HelpTopic.values()) {
            topics.append(topics.length() == 0 ? "" : ", ").append(topic.word());
        }
        text.rows(List.of(
                new String[] {"Help:", "orgctl NOUN --help, orgctl NOUN VERB --help, orgctl help TOPIC"},
                new String[] {"Topics:", topics.toString()}));
    }

    private void noun(Noun noun) {
        text.paragraph(noun.summary() + ".");
        text.lines("Usage", List.of("orgctl " + noun.name() + " VERB [ARGS] [OPTIONS]"));
        List<String[]> rows = new ArrayList<>();
        for (Verb verb : noun.verbs()) {
            rows.add(new String[] {verb.name(), verb.summary()});
        }
        for (Noun nested : noun.nouns()) {
            rows.add(new String[] {nested.word(), nested.summary()});
        }
        text.table("Commands", rows);
        String alias = noun.isNested() ? null : Commands.NOUNS.alias(noun.name());
        if (alias != null) {
            text.lines("Alias", List.of(alias));
        }
        for (HelpTopic topic : HelpTopic.values()) {
            if (topic.word().startsWith(noun.name() + "-")) {
                text.paragraph("Topic: orgctl " + COMMAND + " " + topic.word());
            }
        }
        text.paragraph("Run 'orgctl " + noun.name() + " VERB --help' for more.");
    }

    private void verb(String name, Verb verb) {
        text.paragraph(verb.summary() + ".");
        if (!verb.details().isEmpty()) {
            text.paragraph(verb.details());
        }
        text.lines("Usage", List.of(Synopsis.of(name, verb)));
        List<String[]> arguments = new ArrayList<>();
        for (Parameter<?> parameter : verb.parameters()) {
            if (!parameter.isOption()) {
                arguments.add(new String[] {parameter.label(), parameter.description()});
            }
        }
        text.table("Arguments", arguments);
        text.options("Options", verb.parameters());
        fields(verb);
        examples(verb);
        text.paragraph("Run 'orgctl " + COMMAND + " " + HelpTopic.OPTIONS.word() + "' for global options.");
    }

    private void fields(Verb verb) {
        if (verb.shape() == null) {
            return;
        }
        List<String> names = new ArrayList<>();
        for (Field<?> field : verb.shape().fields()) {
            names.add(field.jsonName());
        }
        text.section("Fields", String.join(", ", names));
    }

    private void examples(Verb verb) {
        List<String> lines = new ArrayList<>();
        for (Example example : verb.examples()) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add("# " + example.caption());
            lines.add(example.commandLine());
        }
        text.lines("Examples", lines);
    }
}
