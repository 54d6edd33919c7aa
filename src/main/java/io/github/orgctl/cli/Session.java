package io.github.orgctl.cli;

import io.github.orgctl.cli.output.Output;
import io.github.orgctl.cli.output.OutputFormat;
import io.github.orgctl.cli.output.Presentation;
import io.github.orgctl.cli.output.TerminalSize;
import io.github.orgctl.core.model.Credential;
import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.Id;
import io.github.orgctl.core.model.Sort;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.store.JdbcStore;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One run of one leaf: the machine it runs on, its settings and its output. */
public final class Session {
    private final Host host;
    private final GlobalOptions options;
    private final Settings settings;
    private final Messages messages;

    private final Presentation presentation;
    private final Output output;

    /**
     * @throws Failure USAGE when the output can't be as asked, which is told before anything is done
     */
    Session(Host host, Leaf leaf, GlobalOptions options, Messages messages) {
        this.host = host;
        this.options = options;
        this.settings = new Settings(host, options.settings());
        this.messages = messages;
        this.presentation = new PresentationRules(host, options, settings).of(leaf);
        this.output = new Output(
                host.io().out(), presentation, new TerminalSize(host.variable("COLUMNS"), host.variable("LINES")));
        if (leaf.shape() != null) {
            output.check(leaf.shape());
        }
    }

    public Host host() {
        return host;
    }

    public Settings settings() {
        return settings;
    }

    /** What it reads besides its command line. */
    Input input() {
        return new Input(host, messages, isInteractive());
    }

    Store openStore() {
        Credential token = settings.claim().token();
        Store store = JdbcStore.open(settings.store(), host.environment());
        return token == null ? store : new TokenUse(store, token, host.now());
    }

    /** The order a list is asked for in, or null for its own. */
    public Sort sort() {
        return options.sort.value();
    }

    Services services(Tx tx, Id expectedEnvironment, Store.Purpose purpose) {
        return new Services(
                tx,
                settings.context(expectedEnvironment),
                options.sort.value(),
                host,
                settings.claim(),
                purpose == Store.Purpose.REHEARSAL);
    }

    /** Writes a reply's result to standard output and what goes with it to standard error. */
    ExitCode finish(Reply reply) {
        if (reply.selection() != null) {
            select(reply.selection());
        }
        if (reply.file() != null) {
            new FileWriting(reply.file(), host.workingDirectory(), messages).run();
        }
        if (reply.onceKept() != null) {
            reply.onceKept().run();
        }
        if (write(reply)) {
            messages.notice("there are more: go on with --after " + output.lastReference());
        }
        boolean nothingShown = output.lastReference() == null && presentation.format() == OutputFormat.TABLE;
        if (nothingShown && reply.emptyNotice() != null) {
            messages.notice(reply.emptyNotice());
        }
        for (String notice : reply.notices()) {
            messages.notice(notice);
        }
        if (reply.failure() != null) {
            throw reply.failure();
        }
        return reply.exitCode();
    }

    /** Writes the result where it is to go, and tells whether a limit left rows out. */
    private boolean write(Reply reply) {
        if (reply.isOfChange()) {
            return output.writeDone(reply.result(), !reply.isRehearsed());
        }
        if (reply.outputFile() == null) {
            return output.write(reply.result());
        }
        boolean cut = reply.outputFile()
                .write(host.workingDirectory(), out -> new Output(out, presentation).write(reply.result()));
        messages.notice("written to " + reply.outputFile().path());
        return cut;
    }

    /** Writes a reply's rows behind those of the replies before it, so that they can be read at once. */
    void goOn(Reply reply) {
        output.goOn(reply.result());
    }

    /** A text for the user to edit. */
    Draft draft(String name, String text) {
        return Draft.of(name, text, host);
    }

    /** Says something on standard error. */
    void notice(String line) {
        messages.notice(line);
    }

    /** Shows lines on standard error. */
    void show(String lines) {
        messages.write(lines);
    }

    /**
     * Whether a question is answered with yes, which the end of input never does.
     *
     * @param byDefault whether an empty line means yes
     */
    boolean agrees(String question, boolean byDefault) {
        String answer = ask(question);
        if (answer == null) {
            return false;
        }
        String word = answer.toLowerCase(Locale.ROOT);
        return byDefault ? !word.startsWith("n") : word.startsWith("y");
    }

    /** Runs a program to its end and returns its exit code. */
    int launch(Launch launch) {
        ForegroundProgram program = new ForegroundProgram(launch.command(), host);
        if (launch.cleanEnvironment()) {
            program.cleanEnvironment();
        }
        program.give(launch.variables().all());
        if (launch.mask()) {
            program.mask(launch.variables().secrets());
        }
        return program.run();
    }

    /** Shows a table where questions are asked, which is not where the result goes. */
    void preview(Reply reply) {
        boolean color = presentation.color() && host.io().errIsTerminal();
        Presentation table = new Presentation(OutputFormat.TABLE, null, null, true, color, true, null);
        new Output(host.io().err(), table, new TerminalSize(host.variable("COLUMNS"), host.variable("LINES")))
                .write(reply.result());
        reply.notices().forEach(messages::notice);
    }

    /** Whether a person can be asked something. */
    boolean isInteractive() {
        return host.io().isInteractive() && !options.noInput.isGiven();
    }

    /**
     * Asks for a line.
     *
     * @return what was typed, without spaces around it; null at the end of input
     */
    String ask(String question) {
        messages.prompt(question);
        try {
            String line = new BufferedReader(new InputStreamReader(host.io().in(), StandardCharsets.UTF_8)).readLine();
            return line == null ? null : line.strip();
        } catch (IOException exception) {
            throw new Failure(Failure.Kind.IO, "can't read the answer", null, exception);
        }
    }

    /** Makes a selection current, and says where something nearer to the command line still wins over it. */
    private void select(Selection selection) {
        File file = selection.here() ? SettingsFile.inDirectory(host.workingDirectory()) : SettingsFile.ofUser(host);
        SettingsWriter.write(file, selection);
        messages.notice("selection written to " + file);
        Settings written = new Settings(host, Map.of());
        for (Setting setting : List.of(Setting.ORG, Setting.PROJECT, Setting.MODE)) {
            SettingValue value = written.get(setting);
            if (value.value() != null && !value.source().equals("file " + file)) {
                messages.notice("note: " + setting.key() + " is still " + value.value() + ", set by " + value.source());
            }
        }
    }
}
