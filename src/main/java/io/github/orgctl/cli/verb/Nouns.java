package io.github.orgctl.cli.verb;

import java.util.ArrayList;
import java.util.List;

/** All nouns of the program. A run instantiates only the noun it needs; help and scripts instantiate all. */
public interface Nouns {
    /** Names of all nouns, in help order. */
    List<String> names();

    /** Plural alias of a noun, or null. */
    String alias(String name);

    /** Instantiates the noun with a name or plural alias; null if there is none. */
    Noun named(String word);

    /** All nouns with all their verbs. */
    default List<Noun> all() {
        List<Noun> nouns = new ArrayList<>();
        for (String name : names()) {
            nouns.add(named(name));
        }
        return nouns;
    }

    /** All nouns with their verbs, each followed by its nested nouns. */
    default List<Noun> allNested() {
        List<Noun> nouns = new ArrayList<>();
        for (Noun noun : all()) {
            nouns.addAll(noun.withNested());
        }
        return nouns;
    }

    /**
     * Instantiates a command by its full name.
     *
     * @param name name of an existing command, such as {@code billing plan list}
     */
    default Verb command(String name) {
        String[] words = name.split(" ");
        Noun noun = named(words[0]);
        for (int i = 1; i < words.length - 1; i++) {
            noun = noun.noun(words[i]);
        }
        return noun.isCommand() ? noun.verbs().get(0) : noun.verb(words[words.length - 1]);
    }
}
