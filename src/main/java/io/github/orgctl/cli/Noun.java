package io.github.orgctl.cli;

import java.util.List;

/** A first word of the command line with the verbs that go with it, or with itself as the only verb. */
public abstract class Noun {
    private final String name;
    private final String summary;
    private final List<Leaf> verbs;

    /**
     * @param summary what it is for, one line without a full stop
     * @param verbs in the order in which help lists them
     */
    protected Noun(String name, String summary, Leaf... verbs) {
        this.name = name;
        this.summary = summary;
        this.verbs = List.of(verbs);
    }

    public final String name() {
        return name;
    }

    public final String summary() {
        return summary;
    }

    public final List<Leaf> verbs() {
        return verbs;
    }

    /** Whether the noun is a whole command by itself, such as {@code status}. */
    public final boolean isLeaf() {
        return verbs.size() == 1 && verbs.get(0).name().isEmpty();
    }

    /** The verb with this name, or null. */
    public final Leaf verb(String word) {
        for (Leaf verb : verbs) {
            if (verb.name().equals(word)) {
                return verb;
            }
        }
        return null;
    }
}
