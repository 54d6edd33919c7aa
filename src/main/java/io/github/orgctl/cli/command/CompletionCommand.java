package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.completion.CompletionFileShape.COMPLETION_FILE;

import io.github.orgctl.cli.completion.CompletionInstallation;
import io.github.orgctl.cli.completion.Shell;
import io.github.orgctl.cli.parameter.Candidates;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.verb.CommandSession;
import io.github.orgctl.cli.verb.LocalVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Nouns;

public final class CompletionCommand extends Noun {
    public CompletionCommand(Nouns nouns) {
        super(
                "completion",
                "Print or install shell completion",
                new Print(Shell.BASH, nouns, "eval \"$(orgctl completion bash)\""),
                new Print(Shell.ZSH, nouns, "source <(orgctl completion zsh)"),
                new Print(Shell.FISH, nouns, "orgctl completion fish | source"),
                new Install());
    }

    private static final class Print extends LocalVerb {
        private final Shell shell;
        private final Nouns nouns;

        Print(Shell shell, Nouns nouns, String load) {
            super(shell.toString(), "Print the completion script for " + shell, null);
            this.shell = shell;
            this.nouns = nouns;
            standAlone();
            example("Load completion in " + shell, load);
            example("Write the script to a file", "orgctl completion " + shell + " > " + shell.checkedInName());
        }

        @Override
        protected Reply execute(CommandSession session) {
            return Reply.text(shell.script(nouns));
        }
    }

    private static final class Install extends LocalVerb {
        private final Parameter<String> shell = optional(
                Types.words("SHELL").offering(Candidates.SHELL), "Shell: bash, zsh or fish (default: the running one)");
        private final Parameter<Boolean> dryRun = flag("--dry-run", "Show what would change without changing anything");
        private final Parameter<Boolean> yes = flag("--yes", "Skip the confirmation prompt");

        Install() {
            super("install", "Set up completion for a shell", COMPLETION_FILE);
            standAlone();
            details("Writes a file into a directory that the shell loads completion from, or adds a block to the end of"
                    + " its start file. Changes nothing if completion is already set up.");
            example("Set up completion for the running shell", "orgctl completion install");
            example("Show which file would be written for zsh", "orgctl completion install zsh --dry-run");
            example("Install without a prompt", "orgctl completion install fish --yes");
        }

        @Override
        protected Reply execute(CommandSession session) {
            return new CompletionInstallation(session, shell.value()).run(dryRun.isGiven(), yes.isGiven());
        }
    }
}
