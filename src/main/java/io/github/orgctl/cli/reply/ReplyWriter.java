package io.github.orgctl.cli.reply;

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

/** Writes a reply's result to standard output or a file, and its notices to standard error. */
public final class ReplyWriter {
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
     * @param storeOnly whether side effects outside the store are forbidden, because they could not be rolled back
     */
    public ReplyWriter(Host host, Messages messages, Presentation presentation, Output output, boolean storeOnly) {
        this.host = host;
        this.messages = messages;
        this.presentation = presentation;
        this.output = output;
        this.storeOnly = storeOnly;
    }

    /**
     * @throws Failure USAGE if the reply has forbidden side effects outside the store
     */
    public void admit(Reply reply) {
        if (reply.reachesOutside()) {
            admitFile();
        }
    }

    /**
     * @throws Failure USAGE if side effects outside the store are forbidden
     */
    public void admitFile() {
        if (storeOnly) {
            throw Failure.usage(
                    "this writes outside the store, which can't be rolled back",
                    "run it by itself, or without --atomic");
        }
    }

    /** Whether the result is a single JSON value. */
    public boolean isJson() {
        return presentation.format() == OutputFormat.JSON && presentation.jq() == null;
    }

    /** Renders the result within its transaction, without waiting for the reader. */
    public void render(Reply reply) {
        cut = reply.outputFile() == null ? output.render(reply.result()) : writeFile(reply);
        state = reply.outputFile() == null ? State.RENDERED : State.WRITTEN;
    }

    /** Whether it contains a value that is shown only once. */
    public boolean isShownOnce(Reply reply) {
        return output.isShownOnce(reply.result());
    }

    /**
     * Writes, before the commit, a value that must not be stored unless it was shown.
     *
     * @throws Failure BUSY if it was already written for a transaction that failed to commit; IO if it can't be written
     */
    public void handOut(Reply reply) {
        if (state == State.WRITTEN) {
            throw new Failure(Failure.Kind.BUSY, "the store was changed in the meantime");
        }
        cut = new TimeLimit(HAND_OUT_SECONDS, "the output was not read, so nothing was changed")
                .call(() -> output.writeWhole(reply.result()));
        handedOut = true;
        state = State.WRITTEN;
    }

    /** Whether a value was written that is shown only once. */
    public boolean hasHandedOut() {
        return state == State.WRITTEN;
    }

    /** Whether it showed a value that is shown only once. */
    public boolean hasShownOnce() {
        return handedOut;
    }

    /** Whether the beginning of a long result was read. */
    public boolean isPartlyRead() {
        return output.isUnderWay();
    }

    /** Discards a result that can't be rendered completely. */
    public void abandon() {
        output.abandon();
    }

    /** Writes the result and performs all side effects of a reply. */
    public void show(Reply reply) {
        if (reply.selection() != null) {
            select(reply.selection());
        }
        if (reply.renamed() != null && !storeOnly) {
            follow(reply.renamed());
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

    /** Whether the table was already shown before the prompt. */
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

    /** Lists the fields omitted from a table for lack of space. */
    static void tellHidden(List<String> fields, Messages messages) {
        if (!fields.isEmpty()) {
            messages.notice("hidden to fit the terminal: " + String.join(", ", fields) + " (choose with --fields)");
        }
    }

    /** Renders a reply's rows after those of previous replies. */
    public void goOn(Reply reply) {
        output.goOn(reply.result());
    }

    /** Writes what {@link #goOn} rendered immediately. */
    public void pass() {
        output.pass();
    }

    private boolean writeFile(Reply reply) {
        boolean more = reply.outputFile()
                .write(host.workingDirectory(), out -> new Output(out, presentation, host.terminalSize(), Holding.NONE)
                        .write(reply.result()));
        messages.notice("written to " + reply.outputFile().path());
        return more;
    }

    /** Stores a selection, with a notice if a setting of higher precedence overrides it. */
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

    /** A change that was made does not fail because the selection can't be written. */
    private void follow(Selection renamed) {
        File file = SettingsFile.ofUser(host);
        try {
            if (new SettingsWriter(host).follow(file, renamed)) {
                messages.notice("selection updated in " + file);
            }
        } catch (Failure failure) {
            messages.notice("the selection has the former name: " + failure.getMessage());
        }
    }

    /** A trusted settings file stays trusted after orgctl has modified it. */
    private void write(File file, Selection selection) {
        Trust trust = new Trust(host);
        boolean trusted = selection.here()
                && file.isFile()
                && trust.allows(SettingsFile.read(file).grant());
        new SettingsWriter(host).write(file, selection);
        if (trusted) {
            trust.allow(SettingsFile.read(file).grant());
        }
    }
}
