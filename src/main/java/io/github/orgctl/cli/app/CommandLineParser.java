package io.github.orgctl.cli.app;

import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.verb.Invocation;
import io.github.orgctl.cli.verb.Synonyms;
import io.github.orgctl.core.kernel.Nearest;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Parses the words after noun and verb: ordinary ones by {@link UsualWords}, all others with a picocli model built for
 * that verb.
 */
public final class CommandLineParser {
    private static final String END_OF_OPTIONS = "--";

    private final Invocation invocation;
    private final List<Parameter<?>> parameters = new ArrayList<>();

    public CommandLineParser(Invocation invocation) {
        this.invocation = invocation;
        parameters.addAll(invocation.verb().parameters());
        parameters.addAll(invocation.options().all());
    }

    /**
     * Fills the values of the verb's parameters and of the global options.
     *
     * @throws Failure USAGE if a word is invalid
     */
    public void parse() {
        if (invocation.rest().isEmpty() && !hasRequired()) {
            // Nothing to parse: saves the parser's whole cost for commands such as `orgctl version`.
            return;
        }
        List<String> words = ownWords();
        if (!UsualWords.assign(parameters, words)) {
            parseByModel(words);
        }
        for (Parameter<?> parameter : parameters) {
            parameter.convert();
        }
        invocation.verb().checkCommandLine();
    }

    /** Fills the texts of the parameters with picocli. */
    void parseByModel(List<String> words) {
        CommandSpec spec = CommandSpec.create().name(invocation.name());
        int position = 0;
        for (Parameter<?> parameter : parameters) {
            if (parameter.isOption()) {
                spec.addOption(optionSpec(parameter));
            } else if (parameter.kind() != Parameter.Kind.COMMAND) {
                spec.addPositional(positionalSpec(parameter, position++));
            }
        }
        CommandLine commandLine = new CommandLine(spec);
        commandLine.setExpandAtFiles(false);
        // The last one wins, so that an alias of the shell can set what a command line overrides.
        commandLine.setOverwrittenOptionsAllowed(true);
        try {
            commandLine.parseArgs(words.toArray(new String[0]));
        } catch (ParameterException exception) {
            throw explained(exception);
        }
    }

    /**
     * The words before {@code --} of a verb that runs another program; the others are passed on unread.
     *
     * @throws Failure USAGE if the program's command is missing
     */
    private List<String> ownWords() {
        List<String> words = invocation.rest();
        for (Parameter<?> parameter : parameters) {
            if (parameter.kind() != Parameter.Kind.COMMAND) {
                continue;
            }
            int end = words.indexOf(END_OF_OPTIONS);
            if (end < 0 || end == words.size() - 1) {
                throw Failure.usage("no program to run", "put it at the end: " + invocation.name() + " -- COMMAND");
            }
            parameter.set(words.subList(end + 1, words.size()));
            return words.subList(0, end);
        }
        return words;
    }

    private boolean hasRequired() {
        for (Parameter<?> parameter : parameters) {
            if (isExpected(parameter)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the parameter is required on the command line, rather than prompted for. */
    private static boolean isExpected(Parameter<?> parameter) {
        return parameter.isMandatory() && parameter.question() == null;
    }

    private static OptionSpec optionSpec(Parameter<?> parameter) {
        boolean flag = parameter.kind() == Parameter.Kind.FLAG;
        return OptionSpec.builder(parameter.names().toArray(new String[0]))
                .type(flag ? boolean.class : parameter.isRepeatable() ? List.class : String.class)
                .auxiliaryTypes(flag ? boolean.class : String.class)
                .arity(flag ? "0" : parameter.isValueOptional() ? "0..1" : "1")
                .fallbackValue(parameter.isValueOptional() ? "" : null)
                .required(parameter.isMandatory())
                .paramLabel(flag ? "" : parameter.label())
                .getter(parameter)
                .setter(parameter)
                .build();
    }

    private static PositionalParamSpec positionalSpec(Parameter<?> parameter, int position) {
        boolean many = parameter.isRepeatable();
        return PositionalParamSpec.builder()
                .index(position + (many ? "..*" : ""))
                .type(many ? List.class : String.class)
                .auxiliaryTypes(String.class)
                .arity((isExpected(parameter) ? "1" : "0") + (many ? "..*" : "..1"))
                .required(isExpected(parameter))
                .paramLabel(parameter.label())
                .getter(parameter)
                .setter(parameter)
                .build();
    }

    private Failure explained(ParameterException exception) {
        String help = "see: " + invocation.name() + " --help";
        if (exception instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            Failure strayWords = invocation.verb().strayWords();
            if (strayWords != null) {
                return strayWords;
            }
            if (!unmatched.isUnknownOption() || isBehindEndOfOptions(word)) {
                return Failure.usage("unexpected argument '" + word + "'", help);
            }
            String name = word.indexOf('=') < 0 ? word : word.substring(0, word.indexOf('='));
            String question = meant(name);
            return Failure.usage("unknown option '" + name + "'", question == null ? help : question);
        }
        return Failure.usage(lowerFirst(exception.getMessage()), help);
    }

    private String meant(String name) {
        List<String> options = optionNames();
        String synonym = Synonyms.option(name, options);
        if (synonym != null) {
            return "did you mean " + synonym + "?";
        }
        // One letter is one typing error away from every other.
        return name.startsWith("--") ? Nearest.question(name, options) : null;
    }

    private boolean isBehindEndOfOptions(String word) {
        int end = invocation.rest().indexOf(END_OF_OPTIONS);
        return end >= 0
                && invocation.rest().subList(end, invocation.rest().size()).contains(word);
    }

    private List<String> optionNames() {
        List<String> names = new ArrayList<>();
        for (Parameter<?> parameter : parameters) {
            if (parameter.isOption()) {
                names.addAll(parameter.names());
            }
        }
        return names;
    }

    private static String lowerFirst(String message) {
        return message.isEmpty() ? message : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }
}
