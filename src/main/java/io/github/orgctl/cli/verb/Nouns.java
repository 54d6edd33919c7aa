package io.github.orgctl.cli.verb;

import java.util.ArrayList;
import java.util.List;

/** The nouns that a command line can begin with. A run makes the one noun it was called with; only help and scripts make all. */
public interface Nouns {
    /** The name of each noun, in the order in which help lists them. */
    List<String> names();

    /** The plural that means the same as a noun's name, or null. */
    String alias(String name);

    /** Makes the noun that a word names, by name or plural alias; null where there is none. */
    Noun named(String word);

    /** All nouns with all their verbs. */
    default List<Noun> all() {
        List<Noun> nouns = new ArrayList<>();
        for (String name : names()) {
            nouns.add(named(name));
        }
        return nouns;
    }

    /** All nouns with all their verbs, each followed by the nouns within it. */
    default List<Noun> allNested() {
        List<Noun> nouns = new ArrayList<>();
        for (Noun noun : all()) {
            nouns.addAll(noun.withNested());
        }
        return nouns;
    }

    /**
     * Makes the command with these words as its whole name.
     *
     * @param name such as {@code billing plan list}, which has to exist
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
