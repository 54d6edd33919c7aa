package io.github.orgctl.cli.command;

import io.github.orgctl.cli.completion.Shell;
import io.github.orgctl.cli.parameter.Candidates;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.verb.CommandSession;
import io.github.orgctl.cli.verb.LocalVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Nouns;
import io.github.orgctl.cli.verb.Reply;

public final class CompletionCommand extends Noun {
    public CompletionCommand(Nouns nouns) {
        super("completion", "Print a shell completion script", new Script(nouns));
    }

    private static final class Script extends LocalVerb {
        private final Parameter<String> shell =
                required(Types.words("SHELL").offering(Candidates.SHELL), "Shell: bash, zsh or fish");

        private final Nouns nouns;

        Script(Nouns nouns) {
            super("", "Print a shell completion script", null);
            this.nouns = nouns;
            standAlone();
            example("Load completion in bash", "source <(orgctl completion bash)");
            example("Install it for zsh", "orgctl completion zsh > \"${fpath[1]}/_orgctl\"");
            example("Install it for fish", "orgctl completion fish > ~/.config/fish/completions/orgctl.fish");
        }

        @Override
        protected Reply execute(CommandSession session) {
            return Reply.text(Shell.parse(shell.value()).script(nouns));
        }
    }
}
