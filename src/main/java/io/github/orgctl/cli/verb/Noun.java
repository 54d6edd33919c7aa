package io.github.orgctl.cli.verb;

import java.util.ArrayList;
import java.util.List;

/**
 * The first word of a command line, with its verbs, or a command by itself. Nouns can be nested to any depth, such as
 * {@code billing plan}.
 */
public abstract class Noun {
    private final String name;
    private final String summary;
    private final List<Noun> nouns;
    private final List<Verb> verbs;

    /**
     * @param name full name, such as {@code billing plan}
     * @param summary one line without a full stop
     * @param verbs in help order
     */
    protected Noun(String name, String summary, Verb... verbs) {
        this(name, summary, List.of(), verbs);
    }

    /**
     * @param nouns nested nouns with their full names; help lists them after the verbs
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

    /** Last word of its name. */
    public final String word() {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    /** Whether it is nested in another noun. */
    public final boolean isNested() {
        return name.indexOf(' ') >= 0;
    }

    public final String summary() {
        return summary;
    }

    /** Directly nested nouns. */
    public final List<Noun> nouns() {
        return nouns;
    }

    public final List<Verb> verbs() {
        return verbs;
    }

    /** Whether the noun is a command by itself, such as {@code status}. */
    public final boolean isCommand() {
        return verbs.size() == 1 && verbs.get(0).name().isEmpty();
    }

    /** The nested noun with a name, or null. */
    public final Noun noun(String word) {
        for (Noun noun : nouns) {
            if (noun.word().equals(word)) {
                return noun;
            }
        }
        return null;
    }

    /** The verb with a name, or null. */
    public final Verb verb(String word) {
        for (Verb verb : verbs) {
            if (verb.name().equals(word)) {
                return verb;
            }
        }
        return null;
    }

    /** The verb with a name or an alias such as {@code ls}, {@code get} or {@code rm}; null if there is none. */
    final Verb verbOrAlias(String word) {
        Verb named = verb(word);
        String alias = named == null ? Synonyms.alias(word) : null;
        return alias == null ? named : verb(alias);
    }

    /** This noun and all nested ones, parents first. */
    public final List<Noun> withNested() {
        List<Noun> all = new ArrayList<>();
        all.add(this);
        for (Noun noun : nouns) {
            all.addAll(noun.withNested());
        }
        return all;
    }

    /** Full name of a command, such as {@code billing plan create}. */
    public final String nameOf(Verb verb) {
        return verb.name().isEmpty() ? name : name + " " + verb.name();
    }
}
