package io.github.orgctl.cli.completion;

import io.github.orgctl.cli.host.CompletionFile;
import io.github.orgctl.cli.host.CompletionFiles;
import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.reply.Conversation;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.verb.CommandSession;
import io.github.orgctl.core.model.value.Failure;
import java.util.List;

/** Installs completion for one of the user's shells. */
public final class CompletionInstallation {
    private final CommandSession session;
    private final CompletionFiles files;
    private final String shell;

    /**
     * @param shell null for the running shell
     * @throws Failure USAGE when the shell is unknown or has no completion
     */
    public CompletionInstallation(CommandSession session, String shell) {
        this.session = session;
        this.shell = shell != null ? shell : CompletionFiles.runningShell(session.host());
        this.files = CompletionFiles.of(this.shell, session.host());
        if (files == null) {
            throw Failure.usage(
                    this.shell.isEmpty()
                            ? "the shell is unknown"
                            : "completion is not available for '" + this.shell + "'",
                    "name one: bash, zsh or fish");
        }
    }

    /**
     * Writes the files after a confirmation, unless completion is already set up.
     *
     * @param agreed whether to skip the confirmation
     * @throws Failure REFUSED without a confirmation
     */
    public Reply run(boolean dryRun, boolean agreed) {
        if (files.found() != null) {
            return reply(List.of()).notice("completion for " + shell + " is already set up: " + files.found());
        }
        List<CompletionFile> written = files.installation();
        if (dryRun) {
            return reply(written).notice("dry run: nothing was changed");
        }
        if (!agreed) {
            agree(written);
        }
        for (CompletionFile file : written) {
            file.write();
            session.conversation().notice("completion written to " + file.path());
        }
        return reply(written).notice("it takes effect in new shells");
    }

    private void agree(List<CompletionFile> written) {
        Conversation conversation = session.conversation();
        if (!conversation.isInteractive()) {
            throw new Failure(
                    Failure.Kind.REFUSED,
                    "installing completion changes " + written.get(0).path(),
                    "to confirm, use --yes");
        }
        conversation.preview(reply(written));
        conversation.confirm("Install completion for " + shell + "?");
    }

    private static Reply reply(List<CompletionFile> files) {
        return Reply.many(CompletionFileShape.COMPLETION_FILE, Rows.of(files)).made("completion");
    }
}
