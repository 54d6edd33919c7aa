package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.core.kernel.Nearest;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;

/**
 * A command line, resolved as far as its words: which noun and verb it names, and what else stands in it. Only the noun
 * of the first word is made; the rest is parsed for its one verb, so options may stand before or after the verb.
 *
 * @param noun null where the command line names none
 * @param verb null where it names no verb
 * @param rest the arguments without the words of noun and verb
 * @param options the global options, not parsed yet
 */
public record Invocation(Noun noun, Verb verb, List<String> rest, GlobalOptions options) {
    /**
     * @throws Failure USAGE when a word names no noun or no verb
     */
    public static Invocation of(String[] arguments, Nouns nouns) {
        Resolution resolution = new Resolution(nouns);
        for (int i = 0; i < arguments.length; i++) {
            i = resolution.take(arguments, i);
        }
        return new Invocation(resolution.noun, resolution.verb, resolution.rest, resolution.options);
    }

    /** Where the first word stands that is no option, if it names no noun; -1 where it does, and where there is none. */
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

    /** Whether help is asked for, looked up before anything is parsed, so that help needs no valid command line. */
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

    /** The name of the command as far as it is known, such as {@code orgctl org list}. */
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

        /** Takes one argument, and its value where it has one; returns the index of the last one taken. */
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

        /** Whether the next argument belongs to this option. Options of verbs not known yet are looked up in all. */
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

        /** Words that can follow the noun. */
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
         * @param synonyms commands that the word means in other tools; they beat words that are spelled alike
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
