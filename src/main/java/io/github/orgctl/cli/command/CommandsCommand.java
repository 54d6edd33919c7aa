package io.github.orgctl.cli.command;

import io.github.orgctl.cli.help.CommandTree;
import io.github.orgctl.cli.host.Version;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.cli.verb.CommandSession;
import io.github.orgctl.cli.verb.LocalVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Nouns;
import java.util.List;

public final class CommandsCommand extends Noun {
    public CommandsCommand(Nouns nouns) {
        super("commands", "Print all commands, options and exit codes as JSON", new Print(nouns));
    }

    private static final class Print extends LocalVerb {
        private final CommandTree tree;

        Print(Nouns nouns) {
            super("", "Print all commands, options and exit codes as JSON", TreeShape.TREE);
            details("Intended for scripts and agents. The default output format is JSON.");
            preferJson();
            tree = new CommandTree(nouns);
            example("Print everything", "orgctl commands");
            example("List the names of all commands", "orgctl commands --jq '.commands[].command'");
            example("List the exit codes", "orgctl commands --jq '.exitCodes[] | [.code, .meaning] | @tsv'");
        }

        @Override
        protected Reply execute(CommandSession session) {
            return Reply.one(TreeShape.TREE, tree);
        }
    }

    private static final class TreeShape extends Shape<CommandTree> {
        static final TreeShape TREE = new TreeShape();

        private enum Column implements Field<CommandTree> {
            VERSION,
            COMMANDS,
            GLOBAL_OPTIONS,
            EXIT_CODES,
            SETTINGS,
            VARIABLES;

            @Override
            public Object of(CommandTree tree) {
                return switch (this) {
                    case VERSION -> Version.VERSION;
                    case COMMANDS -> tree.commands();
                    case GLOBAL_OPTIONS -> CommandTree.globalOptions();
                    case EXIT_CODES -> CommandTree.exitCodes();
                    case SETTINGS -> CommandTree.settings();
                    case VARIABLES -> CommandTree.variables();
                };
            }
        }

        private TreeShape() {
            super("command tree", List.of(Column.values()));
        }

        @Override
        public String id(CommandTree tree) {
            return Version.VERSION;
        }
    }
}
