package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.format.BatchLines;
import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.host.Interrupts;
import io.github.orgctl.cli.host.Streams;
import io.github.orgctl.cli.host.TimeLimit;
import io.github.orgctl.cli.output.Holding.Hold;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.ExitCode;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.settings.Setting;
import io.github.orgctl.cli.startup.OwnClasses;
import io.github.orgctl.core.model.value.Count;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.port.Tx;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs command lines in one process, either each in its own transaction or all in one. */
public final class BatchVerb extends Verb {
    public static final String SUMMARY = "Run many command lines in one process";

    private static final int HAND_OUT_SECONDS = 10;

    private final Parameter<String> file = option(
                    "-f", "--file", Types.file(), "File with one command line per line, or - for standard input")
            .mandatory();
    private final Parameter<Boolean> atomic =
            flag("--atomic", "Run all lines in one transaction: if one fails, nothing is changed");
    private final Parameter<Boolean> keepGoing = flag("--keep-going", "Run the remaining lines after one has failed");
    private final Parameter<Boolean> dryRun = flag("--dry-run", "Run all lines in one transaction, and roll it back");
    private final LineRunner runner;
    private Streams lines;
    private int exitCode = ExitCode.DONE.code();
    private long doneLines;
    private Hold hold;
    private boolean handedOut;

    /**
     * @param runner runs the lines
     */
    public BatchVerb(LineRunner runner) {
        super("", SUMMARY, null);
        this.runner = runner;
        standAlone();
        details(
                "Lines are split into words as in a shell (quotes, backslashes, # comments), but nothing is expanded. Each"
                        + " line is a transaction of its own unless --atomic is given, and its result is written at once as one"
                        + " line of JSON with line, exitCode, output, error and notices. The exit code is that of the first line"
                        + " that failed. --output sets the format of each line's output (default: json). Lines never prompt and"
                        + " can't read standard input.");
        example("Run the commands of a file", "orgctl batch -f commands.txt");
        example(
                "Check whether all commands would succeed as one transaction",
                "orgctl batch -f commands.txt --atomic --dry-run");
        example("Continue after a failed command", "orgctl batch -f - --keep-going < commands.txt");
    }

    @Override
    public Store.Purpose purpose() {
        return null;
    }

    @Override
    public boolean changesStore() {
        return true;
    }

    @Override
    protected void read(Input input) {
        boolean together = atomic.isGiven() || dryRun.isGiven();
        if (together && keepGoing.isGiven()) {
            throw Failure.usage(
                    "--keep-going requires a separate transaction for each line",
                    "leave it out, or leave out --atomic and --dry-run");
        }
        lines = together ? input.rereadable(file.value()) : input.streams(file.value());
    }

    @Override
    protected Reply answer(CommandSession session, Services services) {
        OwnClasses.keep();
        Hold telling = Interrupts.PROCESS.cleaningUp(() -> tellInterrupted(session));
        try (Store store = session.openStore()) {
            if (atomic.isGiven() || dryRun.isGiven()) {
                runTogether(session, store);
            } else {
                runEach(session, store);
            }
        } finally {
            release();
            telling.close();
        }
        return Reply.nothing();
    }

    @Override
    int goOn(CommandSession session, int done) {
        return exitCode;
    }

    private void runEach(CommandSession session, Store store) {
        Batch batch = Batch.of(session, store);
        forEachLine(line -> {
            LineResult result = line.words == null
                    ? line.result
                    : new BatchLine(session.host(), environment(session)).run(line.number, line.words, runner, batch);
            try {
                write(session, List.of(result));
            } catch (UncheckedIOException failed) {
                throw batch.isCommitted() ? unshown("line " + result.line(), failed) : failed;
            } finally {
                doneLines = result.line();
                batch.end();
            }
            return goesOn(session, result);
        });
    }

    private boolean goesOn(CommandSession session, LineResult result) {
        if (result.isDone()) {
            return true;
        }
        exitCode = exitCode == ExitCode.DONE.code() ? result.exitCode() : exitCode;
        if (!keepGoing.isGiven()) {
            session.conversation().notice("line " + result.line() + " failed: the lines after it were not run");
        }
        return keepGoing.isGiven();
    }

    private void runTogether(CommandSession session, Store store) {
        List<LineResult> results;
        try {
            results = store.inTx(
                    dryRun.isGiven() ? Store.Purpose.DRY_RUN : Store.Purpose.CHANGE,
                    tx -> inOneTransaction(tx, session));
        } catch (LineFailed failed) {
            exitCode = failed.result.exitCode();
            write(session, List.of(failed.result));
            session.conversation().notice("line " + failed.result.line() + " failed: nothing was changed");
            return;
        } catch (RuntimeException | Error failed) {
            if (handedOut) {
                throw LifeCycle.voiding(failed);
            }
            throw failed;
        }
        try {
            if (!handedOut) {
                write(session, results);
            }
        } catch (UncheckedIOException failed) {
            throw dryRun.isGiven() ? failed : unshown(Count.of(results.size(), "line"), failed);
        }
        if (dryRun.isGiven()) {
            session.conversation().notice("dry run: nothing was changed");
        }
    }

    /**
     * Runs all lines in a transaction. Results are reported after the commit, except values shown only once, which are
     * shown before it.
     */
    private List<LineResult> inOneTransaction(Tx tx, CommandSession session) {
        release();
        if (handedOut) {
            throw new Failure(Failure.Kind.BUSY, "the store was changed in the meantime");
        }
        Batch batch = Batch.within(tx, session);
        Map<String, String> environment = environment(session);
        List<LineResult> results = new ArrayList<>();
        boolean[] isShownOnce = {false};
        forEachLine(line -> {
            LineResult result = line.words == null
                    ? line.result
                    : new BatchLine(session.host(), environment).run(line.number, line.words, runner, batch);
            batch.end();
            rethrow(batch.broken());
            if (!result.isDone()) {
                throw new LineFailed(result);
            }
            isShownOnce[0] |= result.isShownOnce();
            results.add(result.isShownOnce() && dryRun.isGiven() ? result.withoutOutput() : result);
            return true;
        });
        if (dryRun.isGiven()) {
            return results;
        }
        if (isShownOnce[0]) {
            new TimeLimit(HAND_OUT_SECONDS, "the output was not read, so nothing was changed").call(() -> {
                write(session, results);
                return true;
            });
            handedOut = true;
        }
        hold = Interrupts.PROCESS.hold();
        return results;
    }

    private static void rethrow(Throwable broken) {
        if (broken instanceof RuntimeException unchecked) {
            throw unchecked;
        } else if (broken instanceof Error error) {
            throw error;
        }
    }

    /** Runs an action on each line that contains a command or is malformed, while the action returns true. */
    private void forEachLine(LineAction action) {
        try (InputStream stream = lines.openQuietly()) {
            BatchLines each = new BatchLines(stream);
            boolean goesOn = true;
            while (goesOn && each.next()) {
                Line line = Line.of(each);
                goesOn = line == null || action.run(line);
            }
        } catch (IOException unreadable) {
            throw new Failure(
                    Failure.Kind.IO, "can't read " + lines.name() + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static void write(CommandSession session, List<LineResult> results) {
        try {
            for (LineResult result : results) {
                session.host().io().out().write(result.json());
            }
            session.host().io().out().flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Environment of the lines: the batch's own context options as variables, and JSON as the output format. */
    private Map<String, String> environment(CommandSession session) {
        Host host = session.host();
        GlobalOptions options = session.options();
        Map<String, String> environment = new HashMap<>(host.environment());
        environment.put(Setting.OUTPUT.variable(), "json");
        options.settings().forEach((setting, value) -> environment.put(setting.variable(), value));
        return environment;
    }

    private static Unshown unshown(String what, UncheckedIOException failed) {
        return new Unshown(new ChangeMade(what, "orgctl audit list --since 10m"), failed, false);
    }

    private void tellInterrupted(CommandSession session) {
        boolean together = atomic.isGiven() || dryRun.isGiven();
        session.conversation()
                .notice(
                        together
                                ? hold == null
                                        ? "interrupted: nothing was changed"
                                        : "interrupted, but all lines were run"
                                : "interrupted: "
                                        + (doneLines == 0 ? "no line was run" : "run up to line " + doneLines));
    }

    private void release() {
        if (hold != null) {
            hold.close();
            hold = null;
        }
    }

    /** Action on a line. */
    private interface LineAction {
        /** Returns whether to continue. */
        boolean run(Line line);
    }

    /**
     * A line to run.
     *
     * @param words null if it is malformed
     * @param result the failure of a malformed line, otherwise null
     */
    private record Line(long number, List<String> words, LineResult result) {
        /** Returns null for a line without a command. */
        static Line of(BatchLines lines) {
            try {
                List<String> words = lines.words();
                return words.isEmpty() ? null : new Line(lines.number(), words, null);
            } catch (Failure failure) {
                return new Line(lines.number(), null, LineResult.failed(lines.number(), Problem.of(failure)));
            }
        }
    }

    /** A line of an atomic batch failed, so that everything is rolled back. */
    private static final class LineFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient LineResult result;

        private LineFailed(LineResult result) {
            super(null, null, false, false);
            this.result = result;
        }
    }
}
