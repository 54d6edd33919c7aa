package io.github.orgctl.cli.command;

import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.Candidates;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.settings.AliasExpansion;
import io.github.orgctl.cli.settings.Aliases;
import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.cli.verb.CommandSession;
import io.github.orgctl.cli.verb.Invocation;
import io.github.orgctl.cli.verb.LocalVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Nouns;
import io.github.orgctl.cli.verb.Synonyms;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public final class AliasCommand extends Noun {
    public AliasCommand(Nouns nouns) {
        super("alias", "Manage shortcuts for commands", new Set(nouns), new ListAll(), new Delete());
    }

    private static final class Set extends LocalVerb {
        private final Parameter<String> name = required(Types.words("NAME"), "Name: letters, digits, - and _");
        private final Parameter<String> expansion =
                required(Types.words("EXPANSION"), "Command without 'orgctl', or ! and a shell command");
        private final Nouns nouns;

        Set(Nouns nouns) {
            super("set", "Create or replace an alias", AliasShape.ALIAS);
            standAlone();
            this.nouns = nouns;
            details("Arguments of the alias replace $1, $2 and so on; the others are appended. An"
                    + " expansion that begins with ! is run by sh with the arguments as \"$@\". Aliases can't replace"
                    + " commands or stand for other aliases, and do not apply in batches.");
            example("Define a command with an argument", "orgctl alias set prod 'config list --env $1:live'");
            example("Shorten a command with options", "orgctl alias set envs-json 'env list -o json'");
            example("Run a shell command", "orgctl alias set web '!cd ~/web && orgctl env run web:sandbox -- \"$@\"'");
        }

        @Override
        protected Reply execute(CommandSession session) {
            String text = expansion.value().strip();
            checkName();
            checkExpansion(text);
            Aliases aliases = new Aliases(session.host());
            String before = aliases.put(name.value(), text);
            return Reply.one(AliasShape.ALIAS, Map.entry(name.value(), text))
                    .made("alias " + name.value())
                    .inspection("orgctl alias list")
                    .noticeIf(before != null && !before.equals(text), "replaced: " + before)
                    .notice("alias written to " + aliases);
        }

        private void checkName() {
            String word = name.value();
            if (!isName(word)) {
                throw Failure.usage("'" + word + "' can't be the name of an alias", "use letters, digits, '-' and '_'");
            }
            if (word.equals("help") || nouns.named(word) != null) {
                throw Failure.usage("'" + word + "' is a command", "choose another name");
            }
            String[] commands = Synonyms.ofFirstWord(word);
            if (commands.length > 0) {
                throw Failure.usage(
                        "'" + word + "' is reserved: it already suggests '" + commands[0] + "'", "choose another name");
            }
        }

        private static boolean isName(String word) {
            for (int i = 0; i < word.length(); i++) {
                char c = word.charAt(i);
                boolean isLetter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
                if (!isLetter && (i == 0 || c != '-' && c != '_')) {
                    return false;
                }
            }
            return !word.isEmpty();
        }

        private void checkExpansion(String text) {
            AliasExpansion whole = new AliasExpansion(name.value(), text);
            List<String> words = whole.isShell() ? List.of(text.substring(1).strip()) : whole.words();
            if (words.isEmpty() || words.get(0).isEmpty()) {
                throw Failure.usage("the expansion is empty", "write a command, such as: env list");
            }
            if (whole.isShell()) {
                return;
            }
            int unknown = Invocation.unknownWord(words.toArray(new String[0]), nouns);
            if (unknown >= 0) {
                throw Failure.usage(
                        "'" + words.get(unknown) + "' is not a command",
                        "begin with a command, or with ! for a shell command");
            }
        }
    }

    private static final class ListAll extends LocalVerb {
        ListAll() {
            super("list", "List your aliases", AliasShape.ALIAS);
            example("List the aliases", "orgctl alias list");
            example("Print their names only", "orgctl alias list -o ids");
        }

        @Override
        protected Reply execute(CommandSession session) {
            List<Map.Entry<String, String>> all =
                    new ArrayList<>(new Aliases(session.host()).all().entrySet());
            return Reply.many(AliasShape.ALIAS, Rows.of(all))
                    .ifEmpty("no aliases yet: create one with: orgctl alias set NAME EXPANSION");
        }
    }

    private static final class Delete extends LocalVerb {
        private final Parameter<String> name =
                required(Types.words("NAME").offering(Candidates.ALIAS), "Name of the alias");
        private final Parameter<Boolean> ifExists = flag("--if-exists", "Succeed if there is no such alias");

        Delete() {
            super("delete", "Delete an alias", AliasShape.ALIAS);
            standAlone();
            example("Delete an alias", "orgctl alias delete prod");
            example("Delete an alias if it exists", "orgctl alias delete prod --if-exists");
        }

        @Override
        protected Reply execute(CommandSession session) {
            String before = new Aliases(session.host()).put(name.value(), null);
            if (before != null) {
                return Reply.one(AliasShape.ALIAS, Map.entry(name.value(), before))
                        .made("alias " + name.value() + " deleted")
                        .inspection("orgctl alias list");
            }
            if (!ifExists.isGiven()) {
                throw new Failure(
                        Failure.Kind.NOT_FOUND,
                        "there is no alias '" + name.value() + "'",
                        "list your aliases with: orgctl alias list");
            }
            return Reply.nothing().notice("nothing to delete: there is no alias '" + name.value() + "'");
        }
    }

    private static final class AliasShape extends Shape<Map.Entry<String, String>> {
        static final AliasShape ALIAS = new AliasShape();

        private enum Column implements Field<Map.Entry<String, String>> {
            NAME,
            EXPANSION;

            @Override
            public Object of(Map.Entry<String, String> alias) {
                return switch (this) {
                    case NAME -> alias.getKey();
                    case EXPANSION -> alias.getValue();
                };
            }
        }

        private AliasShape() {
            super("alias", List.of(Column.values()));
        }

        @Override
        public String id(Map.Entry<String, String> alias) {
            return alias.getKey();
        }
    }
}
