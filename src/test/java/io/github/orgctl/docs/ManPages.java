package io.github.orgctl.docs;

import io.github.orgctl.cli.app.Commands;
import io.github.orgctl.cli.help.HelpTopic;
import io.github.orgctl.cli.help.Synopsis;
import io.github.orgctl.cli.host.Version;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.verb.Example;
import io.github.orgctl.cli.verb.GlobalOptions;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Verb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The manual pages: one of the program, one of each noun, and one of each verb that has much to say. */
final class ManPages {
    static final Path FOLDER = Path.of("docs/man");

    private static final int LONG_VERBS = 5;
    private static final Pattern TIMESTAMP = Pattern.compile("<project.build.outputTimestamp>(\\d{4}-\\d\\d-\\d\\d)T");

    /** A verb with its whole name, such as {@code env promote}. */
    private record Command(String name, Verb verb) {
        String page() {
            return "orgctl-" + name.replace(' ', '-');
        }

        int length() {
            int length = verb.details().length();
            for (Parameter<?> parameter : verb.parameters()) {
                length += Synopsis.option(parameter).length()
                        + parameter.description().length();
            }
            return length;
        }
    }

    private final List<Command> longest;
    private final String date;

    private ManPages() {
        this.longest = longest();
        this.date = date();
    }

    static List<GeneratedFile> all() {
        ManPages pages = new ManPages();
        List<GeneratedFile> files = new ArrayList<>();
        files.add(file("orgctl", pages::program));
        for (Noun noun : Commands.NOUNS.all()) {
            files.add(file(page(noun), () -> pages.noun(noun)));
        }
        for (Command command : pages.longest) {
            files.add(file(command.page(), () -> pages.verb(command)));
        }
        return files;
    }

    private static GeneratedFile file(String page, GeneratedFile.Text text) {
        return GeneratedFile.whole(FOLDER.resolve(page + ".1").toString(), text);
    }

    private static String page(Noun noun) {
        return "orgctl-" + noun.name();
    }

    /** The verbs with the longest descriptions, of nouns whose page would be too long with them. */
    private static List<Command> longest() {
        List<Command> commands = new ArrayList<>();
        for (Noun noun : Commands.NOUNS.allNested()) {
            if (!noun.isCommand()) {
                noun.verbs().forEach(verb -> commands.add(new Command(noun.nameOf(verb), verb)));
            }
        }
        commands.sort(Comparator.comparingInt(Command::length).reversed());
        return commands.subList(0, LONG_VERBS);
    }

    /** That of the build's archives, so that a page is the same wherever and whenever it is made. */
    private static String date() {
        try {
            Matcher timestamp = TIMESTAMP.matcher(Files.readString(Path.of("pom.xml")));
            if (!timestamp.find()) {
                throw new AssertionError("the pom has no project.build.outputTimestamp");
            }
            return timestamp.group(1);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private ManPage page(String name, String summary) {
        return new ManPage(name, lowerFirst(summary), date, Version.VERSION);
    }

    private String program() {
        ManPage page = page("orgctl", "Manage organizations, projects and environments")
                .title("Synopsis")
                .usage("orgctl NOUN VERB [ARGS] [OPTIONS]")
                .usage("orgctl help TOPIC")
                .title("Description")
                .paragraph(
                        "orgctl manages organizations, projects and each project's sandbox and live environments. Its"
                                + " data is in one local file, or in PostgreSQL.")
                .title("Commands");
        Commands.Group group = null;
        for (Commands command : Commands.values()) {
            List<String[]> row = List.<String[]>of(new String[] {
                page(Commands.NOUNS.named(command.word())) + "(1)",
                Commands.NOUNS.named(command.word()).summary()
            });
            if (command.group() != group) {
                group = command.group();
                page.table(group.title(), row);
            } else {
                page.rows(row);
            }
        }
        for (HelpTopic topic : HelpTopic.values()) {
            if (topic == HelpTopic.OPTIONS) {
                page.title("Options").rows(options(new GlobalOptions().all()));
            } else {
                page.title(
                                topic == HelpTopic.EXIT_CODES
                                        ? "Exit status"
                                        : topic.word().replace('-', ' '))
                        .paragraph(topic.summary() + ".");
                topic.writeTo(page);
            }
        }
        List<String> others = new ArrayList<>();
        Commands.NOUNS.all().forEach(noun -> others.add(page(noun)));
        longest.forEach(command -> others.add(command.page()));
        return seeAlso(page, others);
    }

    private String noun(Noun noun) {
        ManPage page = page(page(noun), noun.summary()).title("Synopsis");
        List<String> others = new ArrayList<>(List.of("orgctl"));
        for (Noun each : noun.withNested()) {
            for (Verb verb : each.verbs()) {
                page.usage(Synopsis.of("orgctl " + each.nameOf(verb), verb));
            }
        }
        String alias = Commands.NOUNS.alias(noun.name());
        if (alias != null) {
            page.paragraph("'" + alias + "' is an alias of '" + noun.name() + "'.");
        }
        if (noun.isCommand()) {
            describe(page, noun.verbs().get(0));
        } else {
            page.title("Commands");
        }
        for (Noun each : noun.withNested()) {
            for (Verb verb : noun.isCommand() ? List.<Verb>of() : each.verbs()) {
                Command command = new Command(each.nameOf(verb), verb);
                page.section("orgctl " + command.name(), verb.summary() + ".");
                if (longest.contains(command)) {
                    others.add(command.page());
                    page.paragraph("See " + command.page() + "(1).");
                } else {
                    outline(page, verb);
                }
            }
        }
        return seeAlso(end(page), others);
    }

    private String verb(Command command) {
        ManPage page = page(command.page(), command.verb().summary())
                .title("Synopsis")
                .usage(Synopsis.of("orgctl " + command.name(), command.verb()));
        describe(page, command.verb());
        String noun = command.name().substring(0, command.name().indexOf(' '));
        return seeAlso(end(page), List.of("orgctl", "orgctl-" + noun));
    }

    /** All of a verb, in sections. */
    private static void describe(ManPage page, Verb verb) {
        page.title("Description").paragraph(verb.summary() + ".");
        if (!verb.details().isEmpty()) {
            page.paragraph(verb.details());
        }
        List<String[]> arguments = arguments(verb);
        if (!arguments.isEmpty()) {
            page.title("Arguments").rows(arguments);
        }
        List<String[]> options = options(verb.parameters());
        if (!options.isEmpty()) {
            page.title("Options").rows(options);
        }
        if (verb.shape() != null) {
            page.title("Fields").paragraph(fields(verb) + ".");
        }
        page.title("Examples").lines(examples(verb));
    }

    /** All of a verb, below its own title. */
    private static void outline(ManPage page, Verb verb) {
        if (!verb.details().isEmpty()) {
            page.paragraph(verb.details());
        }
        page.rows(arguments(verb)).rows(options(verb.parameters()));
        if (verb.shape() != null) {
            page.paragraph("Fields: " + fields(verb) + ".");
        }
        page.lines(examples(verb));
    }

    private static List<String[]> arguments(Verb verb) {
        List<String[]> arguments = new ArrayList<>();
        for (Parameter<?> parameter : verb.parameters()) {
            if (!parameter.isOption()) {
                arguments.add(new String[] {parameter.label(), parameter.description()});
            }
        }
        return arguments;
    }

    private static List<String[]> options(List<Parameter<?>> parameters) {
        List<String[]> options = new ArrayList<>();
        for (Parameter<?> parameter : parameters) {
            if (parameter.isOption()) {
                options.add(new String[] {Synopsis.option(parameter), Synopsis.description(parameter)});
            }
        }
        return options;
    }

    private static String fields(Verb verb) {
        List<String> names = new ArrayList<>();
        for (Field<?> field : verb.shape().fields()) {
            names.add(field.jsonName());
        }
        return String.join(", ", names);
    }

    private static List<String> examples(Verb verb) {
        List<String> lines = new ArrayList<>();
        for (Example example : verb.examples()) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add("# " + example.caption());
            lines.add(example.commandLine());
        }
        return lines;
    }

    private static ManPage end(ManPage page) {
        return page.title("Exit status").paragraph("See orgctl(1), as for the global options and the environment.");
    }

    private static String seeAlso(ManPage page, List<String> others) {
        return page.title("See also")
                .paragraph(String.join("(1), ", others) + "(1)")
                .toString();
    }

    private static String lowerFirst(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
