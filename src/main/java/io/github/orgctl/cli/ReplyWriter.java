package io.github.orgctl.cli;

import io.github.orgctl.cli.output.Output;
import io.github.orgctl.cli.output.OutputFormat;
import io.github.orgctl.cli.output.Presentation;
import java.io.File;
import java.util.List;
import java.util.Map;

/** Writes a reply's result to standard output or a file, and what goes with it to standard error. */
final class ReplyWriter {
    private final Host host;
    private final Messages messages;
    private final Presentation presentation;
    private final Output output;

    ReplyWriter(Host host, Messages messages, Presentation presentation, Output output) {
        this.host = host;
        this.messages = messages;
        this.presentation = presentation;
        this.output = output;
    }

    /** Does all that a reply says, and tells what the program exits with. */
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

    /** Writes a reply's rows behind those of the replies before it, so that they can be read at once. */
    void goOn(Reply reply) {
        output.goOn(reply.result());
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
