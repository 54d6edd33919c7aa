package io.github.orgctl.cli.app;

import io.github.orgctl.cli.completion.Completer;
import io.github.orgctl.cli.host.Handover;
import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.host.Interrupts;
import io.github.orgctl.cli.host.Io;
import io.github.orgctl.cli.host.Messages;
import io.github.orgctl.cli.host.Version;
import io.github.orgctl.cli.parameter.ColorChoice;
import io.github.orgctl.cli.reply.ExitCode;
import io.github.orgctl.cli.settings.ColorRules;
import io.github.orgctl.cli.settings.Setting;
import io.github.orgctl.cli.startup.Archive;
import io.github.orgctl.cli.verb.Batch;
import io.github.orgctl.cli.verb.CommandSession;
import io.github.orgctl.cli.verb.ErrorReporter;
import io.github.orgctl.cli.verb.Invocation;
import io.github.orgctl.cli.verb.LifeCycle;
import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The program as a function of its arguments, streams and environment, returning an exit code. */
public final class Cli {
    private final Host host;
    private final Messages messages;
    private final Batch batch;
    /** The expanded alias, or null. */
    private String[] called;
    /** Whether the settings were read, so that colour no longer depends on the command line alone. */
    private boolean isColorKnown;

    private Cli(Host host, Batch batch) {
        this.host = host;
        this.batch = batch;
        this.messages = new Messages(host.io().err());
    }

    /** Runs one command line and returns its exit code. Never throws and never ends the process. */
    public static int run(String[] arguments, Io io, Map<String, String> environment) {
        return run(arguments, Host.system(io, environment));
    }

    /** Runs one command line on the given machine. */
    public static int run(String[] arguments, Host host) {
        return new Cli(host, null).run(arguments);
    }

    /** Runs a line of a batch and returns its exit code. Errors are thrown. */
    static int runLine(String[] words, Host host, Batch batch) {
        return new Cli(host, batch).runCommand(words);
    }

    private int run(String[] arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        try {
            return switch (first) {
                case Completer.COMMAND -> {
                    Completer.run(arguments, host, Commands.NOUNS);
                    yield ExitCode.DONE.code();
                }
                case Archive.COMMAND -> (Archive.build() ? ExitCode.DONE : ExitCode.NO).code();
                case Train.COMMAND -> {
                    Train.run();
                    yield ExitCode.DONE.code();
                }
                case "--version", "-V" -> print("orgctl " + Version.VERSION + "\n");
                default -> runCommand(arguments);
            };
        } catch (IOException exception) {
            return reporter(arguments)
                    .report(new UncheckedIOException(exception))
                    .code();
        } catch (Throwable thrown) {
            // What a signal has cut short is no error.
            Interrupts.PROCESS.giveWay();
            return reporter(arguments).report(thrown).code();
        }
    }

    private int runCommand(String[] arguments) {
        boolean asksForHelp = arguments.length > 0 && arguments[0].equals(Help.COMMAND);
        Invocation invocation;
        try {
            if (asksForHelp) {
                return print(Help.on(List.of(arguments).subList(1, arguments.length)));
            }
            invocation = Invocation.of(arguments, Commands.NOUNS);
        } catch (Failure unknown) {
            // Only a word that is no command can be an alias, which no other command has to wait for.
            AliasCall call =
                    batch == null ? AliasCall.of(asksForHelp ? helpAsOption(arguments) : arguments, host) : null;
            if (call == null) {
                throw unknown;
            }
            if (call.isShell()) {
                return call.asksForHelp() ? print(call.help()) : call.runShell();
            }
            called = call.words();
            invocation = Invocation.of(called, Commands.NOUNS);
        }
        return run(invocation);
    }

    /** {@code orgctl help ALIAS} is the same as {@code orgctl ALIAS --help}. */
    private static String[] helpAsOption(String[] arguments) {
        String[] words = Arrays.copyOfRange(arguments, 1, arguments.length + 1);
        words[words.length - 1] = "--help";
        return words;
    }

    private int run(Invocation invocation) {
        if (invocation.verb() == null || invocation.wantsHelp()) {
            refuseStrayWords(invocation);
            return print(Help.of(invocation));
        }
        new CommandLineParser(invocation).parse();
        String promptLine = batch == null
                ? invocation.verb().promptLine(host, invocation.options().settings())
                : null;
        if (promptLine != null) {
            int exitCode = print(promptLine);
            Archive.refreshInBackground();
            return exitCode;
        }
        if (batch == null) {
            color(invocation.options().color());
        } else {
            batch.check(invocation);
        }
        CommandSession session = new CommandSession(host, invocation, messages, batch);
        isColorKnown = true;
        int exitCode = run(new LifeCycle(session, invocation));
        if (batch == null) {
            Archive.refreshInBackground();
        }
        return exitCode;
    }

    private void color(ColorChoice choice) {
        messages.color(ColorRules.apply(choice, host, host.io().errIsTerminal()));
    }

    private static int run(LifeCycle lifeCycle) {
        try {
            return lifeCycle.run();
        } catch (Handover.Declined declined) {
            // The transaction was rolled back, since the same command runs once more.
            declined.handover().stay();
            return ExitCode.DONE.code();
        }
    }

    private static void refuseStrayWords(Invocation invocation) {
        if (invocation.verb() == null && !invocation.rest().isEmpty() && !invocation.wantsHelp()) {
            throw Failure.usage(
                    "'" + invocation.rest().get(0) + "' requires a command",
                    "list the commands with: " + invocation.name() + " --help");
        }
    }

    private int print(String text) {
        try {
            host.io().out().write(text.getBytes(StandardCharsets.UTF_8));
            host.io().out().flush();
            return ExitCode.DONE.code();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static String next(String[] arguments, int index) {
        return index + 1 < arguments.length ? arguments[index + 1] : null;
    }

    /** Uses the raw arguments, because errors can occur before they are parsed. */
    private ErrorReporter reporter(String[] given) {
        String[] arguments = called == null ? given : called;
        String format = host.variable(Setting.OUTPUT.variable());
        boolean debug = false;
        ColorChoice color = ColorChoice.AUTO;
        for (int i = 0; i < arguments.length && !arguments[i].equals("--"); i++) {
            String argument = arguments[i];
            debug |= argument.equals("--debug");
            if (argument.equals("--color=never") || argument.equals("--color") && "never".equals(next(arguments, i))) {
                color = ColorChoice.NEVER;
            }
            if ((argument.equals("-o") || argument.equals("--output")) && i + 1 < arguments.length) {
                format = arguments[i + 1];
            } else if (argument.startsWith("--output=")) {
                format = argument.substring("--output=".length());
            } else if (argument.startsWith("-o")) {
                format = argument.substring(argument.startsWith("-o=") ? 3 : 2);
            }
        }
        if (!isColorKnown) {
            color(color);
        }
        return new ErrorReporter(messages, "json".equals(format) || "ndjson".equals(format), debug);
    }
}
