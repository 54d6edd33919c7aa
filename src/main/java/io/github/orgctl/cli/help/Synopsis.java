package io.github.orgctl.cli.help;

import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.verb.Verb;

/** Notation of commands and options in help, reference and man pages. */
public final class Synopsis {
    private Synopsis() {}

    /** The usage line, such as {@code orgctl org show [ORG] [OPTIONS]}. */
    public static String of(String commandName, Verb verb) {
        StringBuilder line = new StringBuilder(commandName);
        for (Parameter<?> parameter : verb.parameters()) {
            switch (parameter.kind()) {
                case REQUIRED_ARGUMENT -> line.append(' ').append(parameter.label());
                case OPTIONAL_ARGUMENT ->
                    line.append(" [").append(parameter.label()).append(']');
                case COMMAND -> {}
                case OPTION -> line.append(parameter.isMandatory() ? " " + option(parameter) : "");
                case FLAG -> {}
            }
        }
        line.append(" [OPTIONS]");
        for (Parameter<?> parameter : verb.parameters()) {
            if (parameter.kind() == Parameter.Kind.COMMAND) {
                line.append(" -- ").append(parameter.label());
            }
        }
        return line.toString();
    }

    /** Description of a parameter, with a mark for required options. */
    public static String description(Parameter<?> parameter) {
        boolean required = parameter.isOption() && parameter.isMandatory();
        return parameter.description() + (required ? " (required)" : "");
    }

    /** An option with its names and its value, such as {@code -o, --output FORMAT}. */
    public static String option(Parameter<?> parameter) {
        StringBuilder names = new StringBuilder();
        for (String name : parameter.names()) {
            names.append(names.length() == 0 ? "" : ", ").append(name);
        }
        if (parameter.label() != null) {
            names.append(' ').append(parameter.label());
        }
        return names.toString();
    }
}
