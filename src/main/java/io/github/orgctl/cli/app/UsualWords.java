package io.github.orgctl.cli.app;

import io.github.orgctl.cli.parameter.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * Assigns the words of an ordinary command line to the parameters they belong to, as picocli would, without building
 * picocli's model, which costs 5 ms. Whatever is not ordinary is declined and left to picocli: errors, {@code --},
 * values that begin with a hyphen, flags with a value, options whose optional value is not attached, and short options
 * whose value is.
 */
final class UsualWords {
    private final List<Parameter<?>> parameters;
    private final List<Parameter<?>> takers = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();
    /** Index of the parameter that takes the next argument, or of one before it. */
    private int next;

    private UsualWords(List<Parameter<?>> parameters) {
        this.parameters = parameters;
    }

    /**
     * Gives each word to its parameter, and returns true; or returns false and changes nothing, because the words are
     * wrong or unusual.
     *
     * @param parameters in the order of their arguments, none of them given yet
     */
    static boolean assign(List<Parameter<?>> parameters, List<String> words) {
        UsualWords usual = new UsualWords(parameters);
        if (!usual.take(words) || usual.lacksRequired()) {
            return false;
        }
        for (int i = 0; i < usual.takers.size(); i++) {
            usual.takers.get(i).add(usual.taken.get(i));
        }
        return true;
    }

    private boolean take(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!looksLikeOption(word)) {
                if (!take(nextArgument(), word)) {
                    return false;
                }
                continue;
            }
            Parameter<?> option = option(word);
            if (option != null && option.kind() == Parameter.Kind.FLAG) {
                take(option, Parameter.SET);
            } else if (option != null) {
                i++;
                if (option.isValueOptional()
                        || i == words.size()
                        || looksLikeOption(words.get(i))
                        || !take(option, words.get(i))) {
                    return false;
                }
            } else if (!takeAssignment(word)) {
                return false;
            }
        }
        return true;
    }

    /** Takes {@code --name=value}. */
    private boolean takeAssignment(String word) {
        int equals = word.indexOf('=');
        Parameter<?> option = equals < 0 || !word.startsWith("--") ? null : option(word.substring(0, equals));
        return option != null && option.kind() == Parameter.Kind.OPTION && take(option, word.substring(equals + 1));
    }

    private boolean take(Parameter<?> parameter, String text) {
        if (parameter == null) {
            return false;
        }
        takers.add(parameter);
        return taken.add(text);
    }

    private static boolean looksLikeOption(String word) {
        return word.length() > 1 && word.charAt(0) == '-';
    }

    private Parameter<?> option(String name) {
        for (Parameter<?> parameter : parameters) {
            if (parameter.isOption() && parameter.names().contains(name)) {
                return parameter;
            }
        }
        return null;
    }

    /** The parameter that takes the next argument, or null if there are too many. */
    private Parameter<?> nextArgument() {
        while (next < parameters.size()) {
            Parameter<?> parameter = parameters.get(next);
            if (!isArgument(parameter)) {
                next++;
            } else {
                next += parameter.isRepeatable() ? 0 : 1;
                return parameter;
            }
        }
        return null;
    }

    private static boolean isArgument(Parameter<?> parameter) {
        return !parameter.isOption() && parameter.kind() != Parameter.Kind.COMMAND;
    }

    private boolean lacksRequired() {
        for (Parameter<?> parameter : parameters) {
            boolean isRequired = parameter.isOption() || isArgument(parameter) && parameter.question() == null;
            if (isRequired && parameter.isMandatory() && !takers.contains(parameter)) {
                return true;
            }
        }
        return false;
    }
}
