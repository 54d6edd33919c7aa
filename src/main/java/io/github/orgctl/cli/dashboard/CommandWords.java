package io.github.orgctl.cli.dashboard;

import io.github.orgctl.core.kernel.ShellWord;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/** Words of a command line, without the program's name. Empty options are omitted. */
final class CommandWords extends AbstractList<String> {
    private static final String STANDARD_INPUT = "-";

    private final List<String> words = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();

    /**
     * @param command noun and verb
     */
    CommandWords(String command) {
        words.addAll(List.of(command.split(" ")));
    }

    CommandWords argument(String text) {
        arguments.add(text);
        return this;
    }

    CommandWords option(String name, String value) {
        if (!value.isEmpty()) {
            words.add(value.startsWith("-") ? name + "=" + value : name);
            if (!value.startsWith("-")) {
                words.add(value);
            }
        }
        return this;
    }

    /** Adds an option if the value differs from the current one. */
    CommandWords changed(String name, String before, String value) {
        return value.equals(before) ? this : option(name, value);
    }

    CommandWords flag(String name) {
        words.add(name);
        return this;
    }

    CommandWords gate(String name, String choice) {
        return choice.equals("allow") ? flag(name) : this;
    }

    /**
     * Key and value. A value that would mean standard input is written as JSON.
     *
     * @param type what the value is taken for
     */
    CommandWords assignment(String key, String value, String type) {
        if (value.equals(STANDARD_INPUT)) {
            return flag("--json").argument(key + "=\"" + value + "\"");
        } else if (!type.equals(Tasks.AUTO)) {
            flag(type.equals(Tasks.STRING) ? "--string" : "--json");
        }
        return argument(key + "=" + value);
    }

    /** The command line, quoted for a shell. */
    static String spelled(List<String> options, List<String> words) {
        StringBuilder line = new StringBuilder("orgctl");
        for (List<String> part : List.of(options, words)) {
            for (String word : part) {
                line.append(' ').append(ShellWord.of(word));
            }
        }
        return line.toString();
    }

    @Override
    public String get(int index) {
        return all().get(index);
    }

    @Override
    public int size() {
        return all().size();
    }

    /** Puts arguments that could be mistaken for options after {@code --}. */
    private List<String> all() {
        List<String> all = new ArrayList<>(words);
        if (arguments.stream().anyMatch(argument -> argument.startsWith("-"))) {
            all.add("--");
        }
        all.addAll(arguments);
        return all;
    }
}
