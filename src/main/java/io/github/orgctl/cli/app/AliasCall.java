package io.github.orgctl.cli.app;

import io.github.orgctl.cli.host.ForegroundProgram;
import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.host.Interrupts;
import io.github.orgctl.cli.settings.AliasExpansion;
import io.github.orgctl.cli.settings.Aliases;
import io.github.orgctl.cli.verb.Invocation;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A command line whose first word is an alias. */
final class AliasCall {
    private final Host host;
    private final String name;
    private final String text;
    private final List<String> before;
    private final List<String> arguments;

    private AliasCall(Host host, String name, String text, List<String> before, List<String> arguments) {
        this.host = host;
        this.name = name;
        this.text = text;
        this.before = before;
        this.arguments = arguments;
    }

    /** Returns null if the first word is a command or not an alias. */
    static AliasCall of(String[] words, Host host) {
        int at = Invocation.unknownWord(words, Commands.NOUNS);
        String text = at < 0 ? null : new Aliases(host).get(words[at]);
        if (text == null) {
            return null;
        }
        List<String> all = Arrays.asList(words);
        return new AliasCall(host, words[at], text, all.subList(0, at), all.subList(at + 1, all.size()));
    }

    private AliasExpansion expansion() {
        return new AliasExpansion(name, text);
    }

    boolean isShell() {
        return expansion().isShell();
    }

    /** Whether only help on the alias is requested. */
    boolean asksForHelp() {
        return arguments.equals(List.of("--help")) || arguments.equals(List.of("-h"));
    }

    String help() {
        return name + " is an alias for: " + text + "\n";
    }

    /** The expanded command line. */
    String[] words() {
        List<String> words = new ArrayList<>(before);
        if (asksForHelp()) {
            // Which needs no arguments for the alias.
            words.addAll(expansion().words());
            words.addAll(arguments);
        } else {
            words.addAll(expansion().words(arguments));
        }
        return words.toArray(new String[0]);
    }

    /**
     * Runs the shell and returns its exit code.
     *
     * @throws Failure USAGE if there are options before the alias, which would be ignored
     */
    int runShell() {
        if (!before.isEmpty()) {
            throw Failure.usage(
                    "options before the alias '" + name + "' do not apply: it runs a shell command",
                    "put them behind it");
        }
        ForegroundProgram shell = new ForegroundProgram(expansion().shellCommand(arguments), host);
        return Interrupts.PROCESS.endLike(shell.run());
    }
}
