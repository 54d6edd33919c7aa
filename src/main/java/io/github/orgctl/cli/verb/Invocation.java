package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.core.kernel.Nearest;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;

/**
 * A command line whose noun and verb have been identified. Only the first word's noun is instantiated; the rest is
 * parsed for its verb, so options may come before or after the verb.
 *
 * @param noun null if no noun is named
 * @param verb null if no verb is named
 * @param rest arguments without the words of noun and verb
 * @param options global options, not parsed yet
 */
public record Invocation(Noun noun, Verb verb, List<String> rest, GlobalOptions options) {
    /**
     * @throws Failure USAGE if a word is not a noun or verb
     */
    public static Invocation of(String[] arguments, Nouns nouns) {
        Resolution resolution = new Resolution(nouns);
        for (int i = 0; i < arguments.length; i++) {
            i = resolution.take(arguments, i);
        }
        return new Invocation(resolution.noun, resolution.verb, resolution.rest, resolution.options);
    }

    /** Index of the first word that is not an option, if it is not a noun; otherwise -1. */
    public static int unknownWord(String[] arguments, Nouns nouns) {
        Resolution resolution = new Resolution(nouns);
        for (int i = 0; i < arguments.length && !arguments[i].equals("--"); i++) {
            if (!isOption(arguments[i])) {
                return nouns.named(arguments[i]) == null ? i : -1;
            }
            i = resolution.take(arguments, i);
        }
        return -1;
    }

    private static boolean isOption(String argument) {
        return argument.length() > 1 && argument.charAt(0) == '-';
    }

    /** Whether help is requested. Checked before parsing, so that help works on an invalid command line. */
    public boolean wantsHelp() {
        for (String argument : rest) {
            if (argument.equals("--")) {
                return false;
            }
            if (argument.equals("--help") || argument.equals("-h")) {
                return true;
            }
        }
        return false;
    }

    /** Name of the command as far as it is known, such as {@code orgctl org list}. */
    public String name() {
        StringBuilder name = new StringBuilder("orgctl");
        if (noun != null) {
            name.append(' ').append(verb == null ? noun.name() : noun.nameOf(verb));
        }
        return name.toString();
    }

    private static final class Resolution {
        private final GlobalOptions options = new GlobalOptions();
        private final List<String> rest = new ArrayList<>();
        private final Nouns nouns;
        private Noun noun;
        private Verb verb;

        private Resolution(Nouns nouns) {
            this.nouns = nouns;
        }

        /** Takes an argument and its value, if it has one. Returns the index of the last argument taken. */
        int take(String[] arguments, int i) {
            String argument = arguments[i];
            if (verb != null || argument.equals("--")) {
                rest.add(argument);
                return takeAll(arguments, i + 1);
            }
            if (isOption(argument)) {
                rest.add(argument);
                boolean valueFollows = i + 1 < arguments.length && takesValue(argument);
                if (valueFollows) {
                    rest.add(arguments[i + 1]);
                }
                return valueFollows ? i + 1 : i;
            }
            takeWord(argument);
            return i;
        }

        private int takeAll(String[] arguments, int from) {
            for (int i = from; i < arguments.length; i++) {
                rest.add(arguments[i]);
            }
            return arguments.length;
        }

        private void takeWord(String word) {
            if (noun == null) {
                noun = nouns.named(word);
                if (noun == null) {
                    throw unknown(word, "", Synonyms.ofFirstWord(word), nouns.names(), "orgctl --help");
                }
                verb = noun.isCommand() ? noun.verbs().get(0) : null;
                return;
            }
            Noun nested = noun.noun(word);
            if (nested != null) {
                noun = nested;
                return;
            }
            verb = noun.verbOrAlias(word);
            if (verb == null) {
                throw unknown(
                        word,
                        noun.name() + " ",
                        Synonyms.of(noun, word),
                        nextWords(),
                        "orgctl " + noun.name() + " --help");
            }
        }

        /**
         * Whether the next argument is the option's value. If the verb is not known yet, the options of all verbs are
         * considered.
         */
        private boolean takesValue(String argument) {
            if (argument.indexOf('=') >= 0) {
                return false;
            }
            Parameter<?> global = find(argument, options.all());
            if (global != null) {
                return global.kind() == Parameter.Kind.OPTION;
            }
            for (Noun candidate : noun == null ? nouns.allNested() : noun.withNested()) {
                for (Verb verb : candidate.verbs()) {
                    Parameter<?> parameter = find(argument, verb.parameters());
                    if (parameter != null) {
                        return parameter.kind() == Parameter.Kind.OPTION;
                    }
                }
            }
            return false;
        }

        private static Parameter<?> find(String name, List<Parameter<?>> parameters) {
            for (Parameter<?> parameter : parameters) {
                if (parameter.isOption() && parameter.names().contains(name)) {
                    return parameter;
                }
            }
            return null;
        }

        /** Words that may follow the noun. */
        private List<String> nextWords() {
            List<String> words = new ArrayList<>();
            for (Verb verb : noun.verbs()) {
                words.add(verb.name());
            }
            for (Noun nested : noun.nouns()) {
                words.add(nested.word());
            }
            return words;
        }

        /**
         * @param synonyms commands with this meaning; they take precedence over similar spellings
         */
        private static Failure unknown(
                String word, String before, String[] synonyms, List<String> candidates, String help) {
            List<String> near = new ArrayList<>(List.of(synonyms));
            if (near.isEmpty()) {
                for (String candidate : Nearest.to(word, candidates)) {
                    near.add(before + candidate);
                }
            }
            return Failure.usage(
                    "unknown command '" + before + word + "'",
                    near.isEmpty()
                            ? "list the commands with: " + help
                            : "did you mean " + String.join(" or ", near) + "?");
        }
    }
}
