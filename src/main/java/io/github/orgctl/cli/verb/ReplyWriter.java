package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.FileWriting;
import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.host.Messages;
import io.github.orgctl.cli.host.TimeLimit;
import io.github.orgctl.cli.output.Holding;
import io.github.orgctl.cli.output.Output;
import io.github.orgctl.cli.output.OutputFormat;
import io.github.orgctl.cli.output.Presentation;
import io.github.orgctl.cli.settings.Selection;
import io.github.orgctl.cli.settings.Setting;
import io.github.orgctl.cli.settings.SettingValue;
import io.github.orgctl.cli.settings.Settings;
import io.github.orgctl.cli.settings.SettingsFile;
import io.github.orgctl.cli.settings.SettingsWriter;
import io.github.orgctl.cli.settings.Trust;
import io.github.orgctl.core.model.value.Failure;
import java.io.File;
import java.util.List;
import java.util.Map;

/** Writes a reply's result to standard output or a file, and what goes with it to standard error. */
final class ReplyWriter {
    private static final int HAND_OUT_SECONDS = 10;

    /** Progress of the result. */
    private enum State {
        NOTHING,
        RENDERED,
        WRITTEN
    }

    private final Host host;
    private final Messages messages;
    private final Presentation presentation;
    private final Output output;
    private final boolean storeOnly;
    private State state = State.NOTHING;
    private boolean cut;
    private boolean handedOut;

    /**
     * @param storeOnly whether nothing outside the store may be changed, because it could not be undone
     */
    ReplyWriter(Host host, Messages messages, Presentation presentation, Output output, boolean storeOnly) {
        this.host = host;
        this.messages = messages;
        this.presentation = presentation;
        this.output = output;
        this.storeOnly = storeOnly;
    }

    /**
     * @throws Failure USAGE when the reply changes something outside the store that would have to be undone with it
     */
    void admit(Reply reply) {
        if (storeOnly && reply.reachesOutside()) {
            throw Failure.usage(
                    "this writes outside the store, which can't be undone together with the store",
                    "run it by itself, or without --atomic");
        }
    }

    /** Whether the result is one JSON value. */
    boolean isJson() {
        return presentation.format() == OutputFormat.JSON && presentation.jq() == null;
    }

    /** Renders the result while its transaction lasts, without waiting for a reader. */
    void render(Reply reply) {
        cut = reply.outputFile() == null ? output.render(reply.result()) : writeFile(reply);
        state = reply.outputFile() == null ? State.RENDERED : State.WRITTEN;
    }

    /** Whether it shows what is never shown again. */
    boolean isShownOnce(Reply reply) {
        return output.isShownOnce(reply.result());
    }

    /**
     * Writes, before the transaction is committed, what must not be kept unless it can be shown.
     *
     * @throws Failure BUSY when that was done before, for a transaction that could not be committed; IO when nobody takes it
     */
    void handOut(Reply reply) {
        if (state == State.WRITTEN) {
            throw new Failure(Failure.Kind.BUSY, "the store was changed in the meantime");
        }
        cut = new TimeLimit(HAND_OUT_SECONDS, "the output was not read, so nothing was changed")
                .call(() -> output.writeWhole(reply.result()));
        handedOut = true;
        state = State.WRITTEN;
    }

    /** Whether something was shown that is never shown again. */
    boolean hasHandedOut() {
        return state == State.WRITTEN;
    }

    /** Whether it showed what is never shown again. */
    boolean hasShownOnce() {
        return handedOut;
    }

    /** Whether somebody has read the beginning of a long result. */
    boolean isPartlyRead() {
        return output.isUnderWay();
    }

    /** Breaks off a result that can't be rendered to its end. */
    void abandon() {
        output.abandon();
    }

    /** Does all that a reply says. */
    void show(Reply reply) {
        if (reply.selection() != null) {
            select(reply.selection());
        }
        if (reply.file() != null) {
            new FileWriting(reply.file(), host.workingDirectory(), messages).run();
        }
        if (reply.folder() != null) {
            reply.folder().write(host.workingDirectory().toPath(), messages);
        }
        if (reply.privateFile() != null) {
            reply.privateFile().write(host.workingDirectory().toPath());
            messages.notice("written to " + reply.privateFile().path());
        }
        if (reply.onceKept() != null) {
            reply.onceKept().run();
        }
        switch (state) {
            case NOTHING -> write(reply);
            case RENDERED -> output.finish();
            case WRITTEN -> {}
        }
        tell(reply);
    }

    private void write(Reply reply) {
        if (!isOnScreen(reply)) {
            cut = reply.isOfChange() ? output.writeDone(reply.result()) : output.write(reply.result());
        }
    }

    /** Whether the table was shown with the question that was answered. */
    private boolean isOnScreen(Reply reply) {
        return reply.isPreviewed()
                && presentation.terminal()
                && presentation.format() == OutputFormat.TABLE
                && presentation.fields() == null;
    }

    private void tell(Reply reply) {
        if (cut) {
            messages.notice("more results: continue with --after " + output.lastReference());
        }
        tellHidden(output.hiddenFields(), messages);
        boolean nothingShown =
                output.lastReference() == null && presentation.format().isForPeople();
        if (nothingShown && !isOnScreen(reply) && reply.emptyNotice() != null) {
            messages.notice(reply.emptyNotice());
        }
        for (String notice : reply.notices()) {
            messages.notice(notice);
        }
    }

    /** Says what a table had no room for, so that nobody takes it to be missing. */
    static void tellHidden(List<String> fields, Messages messages) {
        if (!fields.isEmpty()) {
            messages.notice("hidden to fit the terminal: " + String.join(", ", fields) + " (choose with --fields)");
        }
    }

    /** Renders a reply's rows behind those of the replies before it. */
    void goOn(Reply reply) {
        output.goOn(reply.result());
    }

    /** Writes what was rendered by {@link #goOn}, so that it can be read at once. */
    void pass() {
        output.pass();
    }

    private boolean writeFile(Reply reply) {
        boolean more = reply.outputFile()
                .write(host.workingDirectory(), out -> new Output(out, presentation, host.terminalSize(), Holding.NONE)
                        .write(reply.result()));
        messages.notice("written to " + reply.outputFile().path());
        return more;
    }

    /** Makes a selection current, and says where something nearer to the command line still wins over it. */
    private void select(Selection selection) {
        File file = selection.here() ? SettingsFile.inDirectory(host.workingDirectory()) : SettingsFile.ofUser(host);
        write(file, selection);
        messages.notice("selection written to " + file);
        Settings written = new Settings(host, Map.of());
        for (Setting setting : List.of(Setting.ORG, Setting.PROJECT, Setting.MODE)) {
            SettingValue value = written.get(setting);
            if (value.value() != null && !value.source().equals("file " + file)) {
                messages.notice("note: " + setting.key() + " is still " + value.value() + ", set by " + value.source());
            }
        }
    }

    /** A file that the user trusts stays trusted with what orgctl itself writes into it. */
    private void write(File file, Selection selection) {
        Trust trust = new Trust(host);
        boolean trusted = selection.here()
                && file.isFile()
                && trust.allows(SettingsFile.read(file).grant());
        SettingsWriter.write(file, selection);
        if (trusted) {
            trust.allow(SettingsFile.read(file).grant());
        }
    }
}
