package io.github.orgctl.cli.app;

import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.verb.Invocation;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Synopsis;
import io.github.orgctl.cli.verb.Verb;
import java.util.ArrayList;
import java.util.List;

/** The help text of the program, of a noun or of a verb, from the same declarations the parser uses. */
public final class Help {
    private static final String INDENT = "  ";
    private static final int COLUMNS = 80;

    private final Invocation invocation;
    private final StringBuilder text = new StringBuilder();

    Help(Invocation invocation) {
        this.invocation = invocation;
    }

    String text() {
        if (invocation.verb() != null) {
            verb(invocation.verb());
        } else if (invocation.noun() != null) {
            noun(invocation.noun());
        } else {
            root();
        }
        return text.toString();
    }

    private void root() {
        paragraph("Manage organizations, projects and each project's sandbox and live environments.");
        usage("orgctl NOUN VERB [ARGS] [OPTIONS]");
        List<String[]> rows = new ArrayList<>();
        for (Noun noun : Commands.NOUNS.all()) {
            rows.add(new String[] {noun.name(), noun.summary()});
        }
        section("Commands", rows);
        section("Options", List.<String[]>of(new String[] {"-V, --version", "Show the version"}));
        section("Global options", optionRows(invocation.options().all()));
        section(
                "Examples",
                List.of(
                        new String[] {"orgctl org create \"Acme Inc\" --use", "create an organization and select it"},
                        new String[] {"orgctl project create Website", "create a project with both environments"},
                        new String[] {"orgctl env show website --mode sandbox", "show one of its environments"}));
        text.append("\nRun 'orgctl NOUN --help' or 'orgctl NOUN VERB --help' for more.\n");
    }

    private void noun(Noun noun) {
        paragraph(noun.summary() + ".");
        usage("orgctl " + noun.name() + " VERB [ARGS] [OPTIONS]");
        List<String[]> rows = new ArrayList<>();
        for (Verb verb : noun.verbs()) {
            rows.add(new String[] {verb.name(), verb.summary()});
        }
        for (Noun nested : noun.nouns()) {
            rows.add(new String[] {nested.word(), nested.summary()});
        }
        section("Commands", rows);
        String alias = noun.isNested() ? null : Commands.NOUNS.alias(noun.name());
        if (alias != null) {
            section("Alias", List.<String[]>of(new String[] {alias, ""}));
        }
        text.append("\nRun 'orgctl ").append(noun.name()).append(" VERB --help' for more.\n");
    }

    private void verb(Verb verb) {
        paragraph(verb.summary() + ".");
        if (!verb.details().isEmpty()) {
            text.append('\n');
            paragraph(verb.details());
        }
        usage(Synopsis.of(invocation.name(), verb));
        List<String[]> arguments = new ArrayList<>();
        for (Parameter<?> parameter : verb.parameters()) {
            if (!parameter.isOption()) {
                arguments.add(new String[] {parameter.label(), parameter.description()});
            }
        }
        section("Arguments", arguments);
        section("Options", optionRows(verb.parameters()));
        section("Global options", optionRows(invocation.options().all()));
        fields(verb);
        examples(verb);
    }

    private void fields(Verb verb) {
        if (verb.shape() == null) {
            return;
        }
        List<String> names = new ArrayList<>();
        for (Field<?> field : verb.shape().fields()) {
            names.add(field.jsonName());
        }
        text.append("\nFields\n").append(INDENT);
        wrap(String.join(", ", names), INDENT.length(), INDENT.length());
    }

    private void examples(Verb verb) {
        if (verb.examples().isEmpty()) {
            return;
        }
        text.append("\nExamples\n");
        for (String example : verb.examples()) {
            text.append(INDENT).append(example).append('\n');
        }
    }

    private void paragraph(String sentence) {
        wrap(sentence, 0, 0);
    }

    private void usage(String line) {
        text.append("\nUsage\n").append(INDENT).append(line).append('\n');
    }

    private static List<String[]> optionRows(List<Parameter<?>> parameters) {
        List<String[]> rows = new ArrayList<>();
        for (Parameter<?> parameter : parameters) {
            if (parameter.isOption()) {
                rows.add(new String[] {Synopsis.option(parameter), Synopsis.description(parameter)});
            }
        }
        return rows;
    }

    private void section(String title, List<String[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        int width = 0;
        for (String[] row : rows) {
            width = Math.max(width, row[0].length());
        }
        text.append('\n').append(title).append('\n');
        for (String[] row : rows) {
            text.append(INDENT).append(row[0]);
            if (!row[1].isEmpty()) {
                text.append(" ".repeat(width - row[0].length() + 2));
            }
            int column = INDENT.length() + width + 2;
            wrap(row[1], column, column);
        }
    }

    /** Writes a text that begins at a column, and goes on at another in every further line. */
    private void wrap(String words, int from, int indent) {
        int column = from;
        String separator = "";
        for (int start = 0; start < words.length(); ) {
            int space = words.indexOf(' ', start);
            int end = space < 0 ? words.length() : space;
            if (!separator.isEmpty() && column + 1 + end - start > COLUMNS) {
                text.append('\n').append(" ".repeat(indent));
                column = indent;
                separator = "";
            }
            text.append(separator).append(words, start, end);
            column += separator.length() + end - start;
            separator = " ";
            start = end + 1;
        }
        text.append('\n');
    }
}
