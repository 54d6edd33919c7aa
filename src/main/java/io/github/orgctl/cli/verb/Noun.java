package io.github.orgctl.cli.verb;

import java.util.ArrayList;
import java.util.List;

/**
 * A noun: the first word of the command line with its verbs, or with itself as the only
 * verb. A noun can have nouns within it, such as the plans of {@code billing plan}, to any depth.
 */
public abstract class Noun {
    private final String name;
    private final String summary;
    private final List<Noun> nouns;
    private final List<Verb> verbs;

    /**
     * @param name all words that lead to it, such as {@code billing plan}
     * @param summary what it is for, one line without a full stop
     * @param verbs in the order in which help lists them
     */
    protected Noun(String name, String summary, Verb... verbs) {
        this(name, summary, List.of(), verbs);
    }

    /**
     * @param nouns those within it, each with all its words as its name; help lists them behind the verbs
     */
    protected Noun(String name, String summary, List<Noun> nouns, Verb... verbs) {
        this.name = name;
        this.summary = summary;
        this.nouns = nouns;
        this.verbs = List.of(verbs);
    }

    public final String name() {
        return name;
    }

    /** The last word of its name. */
    public final String word() {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    /** Whether it is within another noun. */
    public final boolean isNested() {
        return name.indexOf(' ') >= 0;
    }

    public final String summary() {
        return summary;
    }

    /** Those within it, without those within these. */
    public final List<Noun> nouns() {
        return nouns;
    }

    public final List<Verb> verbs() {
        return verbs;
    }

    /** Whether the noun is a whole command by itself, such as {@code status}. */
    public final boolean isCommand() {
        return verbs.size() == 1 && verbs.get(0).name().isEmpty();
    }

    /** The noun within it that a word names, or null. */
    public final Noun noun(String word) {
        for (Noun noun : nouns) {
            if (noun.word().equals(word)) {
                return noun;
            }
        }
        return null;
    }

    /** The verb with this name, or null. */
    public final Verb verb(String word) {
        for (Verb verb : verbs) {
            if (verb.name().equals(word)) {
                return verb;
            }
        }
        return null;
    }

    /** The verb with this name, or with the one that {@code ls}, {@code get} or {@code rm} means; null where there is none. */
    final Verb verbOrAlias(String word) {
        Verb named = verb(word);
        String alias = named == null ? Synonyms.alias(word) : null;
        return alias == null ? named : verb(alias);
    }

    /** This noun and all within it, each before those within it. */
    public final List<Noun> withNested() {
        List<Noun> all = new ArrayList<>();
        all.add(this);
        for (Noun noun : nouns) {
            all.addAll(noun.withNested());
        }
        return all;
    }

    /** The whole name of a command, such as {@code billing plan create}. */
    public final String nameOf(Verb verb) {
        return verb.name().isEmpty() ? name : name + " " + verb.name();
    }
}
