package io.github.orgctl.cli.completion;

import io.github.orgctl.cli.help.HelpTopic;
import io.github.orgctl.cli.parameter.Candidates;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.verb.GlobalOptions;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Nouns;
import io.github.orgctl.cli.verb.Verb;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A completion script: a template, which reads the line the way {@code Invocation} does, with a table of the command
 * tree put in. The table has a row for each place on the line, and in it the words that can stand there.
 */
abstract class Script {
    private static final String MARK = "@TABLE@\n";

    /** A key of the table with its words. */
    record Row(String key, List<Word> words) {}

    /**
     * A word that can stand somewhere: a noun or verb; {@code --flag}; {@code -o|--option=KIND} with the kind of its
     * value; {@code :KIND} for an argument, with a {@code *} behind it where any number of them can follow;
     * {@code --:KIND} for the words of another program. KIND is empty where nothing can be offered.
     */
    record Word(String text, String description) {}

    private final Nouns nouns;
    private final String template;

    /** @param template the resource beside this class */
    Script(Nouns nouns, String template) {
        this.nouns = nouns;
        this.template = template;
    }

    /** One row as the shell writes it. */
    abstract String row(Row row);

    final String text() {
        StringBuilder table = new StringBuilder();
        for (Row row : rows()) {
            table.append(row(row));
        }
        return read(template).replace(MARK, table);
    }

    private static String read(String resource) {
        try (InputStream in = Script.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.add(first());
        rows.add(plurals());
        rows.add(topics());
        rows.add(new Row("-options", parameters(new GlobalOptions().all())));
        for (Noun noun : nouns.allNested()) {
            if (!noun.isCommand()) {
                rows.add(new Row(noun.name(), nextWords(noun)));
            }
            for (Verb verb : noun.verbs()) {
                rows.add(new Row(noun.nameOf(verb), parameters(verb.parameters())));
            }
        }
        return rows;
    }

    private Row first() {
        List<Word> words = new ArrayList<>();
        for (Noun noun : nouns.all()) {
            words.add(new Word(noun.name(), noun.summary()));
        }
        words.add(new Word("help", "Show the help of a command or topic"));
        words.add(new Word("--version", "Show the version"));
        return new Row("", words);
    }

    private static Row topics() {
        List<Word> words = new ArrayList<>();
        for (HelpTopic topic : HelpTopic.values()) {
            words.add(new Word(topic.word(), topic.summary()));
        }
        return new Row("-topics", words);
    }

    private Row plurals() {
        List<Word> words = new ArrayList<>();
        for (String name : nouns.names()) {
            String alias = nouns.alias(name);
            if (alias != null) {
                words.add(new Word(alias, name));
            }
        }
        return new Row("-plurals", words);
    }

    private static List<Word> nextWords(Noun noun) {
        List<Word> words = new ArrayList<>();
        for (Verb verb : noun.verbs()) {
            words.add(new Word(verb.name(), verb.summary()));
        }
        for (Noun nested : noun.nouns()) {
            words.add(new Word(nested.word(), nested.summary()));
        }
        return words;
    }

    private static List<Word> parameters(List<Parameter<?>> parameters) {
        List<Word> words = new ArrayList<>();
        for (Parameter<?> parameter : parameters) {
            words.add(new Word(text(parameter), parameter.description()));
        }
        return words;
    }

    private static String text(Parameter<?> parameter) {
        String kind = parameter.candidates() == Candidates.NONE
                ? ""
                : parameter.candidates().word();
        return switch (parameter.kind()) {
            case OPTION -> String.join("|", parameter.names()) + "=" + kind;
            case FLAG -> String.join("|", parameter.names());
            case REQUIRED_ARGUMENT, OPTIONAL_ARGUMENT -> ":" + kind + (parameter.isRepeatable() ? "*" : "");
            case COMMAND -> "--:" + kind;
        };
    }
}
