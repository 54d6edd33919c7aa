package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.settings.SettingShape.EXPLAINED_SETTING;

import io.github.orgctl.cli.output.Fields;
import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.Candidates;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.settings.Setting;
import io.github.orgctl.cli.settings.SettingValue;
import io.github.orgctl.cli.settings.Settings;
import io.github.orgctl.cli.settings.UserSettings;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.cli.verb.CommandSession;
import io.github.orgctl.cli.verb.LocalVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Nouns;
import io.github.orgctl.core.kernel.Nearest;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public final class SettingsCommand extends Noun {
    public SettingsCommand(Nouns nouns) {
        super("settings", "Manage your defaults", new ListAll(), new Get(nouns), new Set(nouns), new Unset(nouns));
    }

    private static final class ListAll extends LocalVerb {
        ListAll() {
            super("list", "List the current settings with their origin", EXPLAINED_SETTING);
            example("List all settings and where each value comes from", "orgctl settings list");
            example("Print them as JSON", "orgctl settings list -o json");
        }

        @Override
        protected Reply execute(CommandSession session) {
            return Reply.many(EXPLAINED_SETTING, Rows.of(session.settings().all()));
        }
    }

    /** A verb on one setting. */
    private abstract static class OnKey extends LocalVerb {
        final Parameter<String> key = required(
                Types.words("KEY").offering(Candidates.SETTING), "Setting, for example output or columns.project");
        private final Nouns nouns;

        OnKey(String name, String summary, Nouns nouns) {
            super(name, summary, EXPLAINED_SETTING);
            this.nouns = nouns;
        }

        /**
         * The setting, or null if the key is one of default columns.
         *
         * @throws Failure USAGE if it is neither
         */
        final Setting setting() {
            Setting setting = Setting.named(key.value());
            if (setting == null && listed() == null) {
                List<String> names = new ArrayList<>();
                for (Setting each : Setting.values()) {
                    names.add(each.key());
                }
                String question = Nearest.question(key.value(), names);
                throw Failure.usage(
                        "unknown setting '" + key.value() + "'",
                        question == null ? "list the settings with: orgctl settings list" : question);
            }
            return setting;
        }

        /** The noun whose default columns the key names, or null. */
        private Noun noun() {
            if (!key.value().startsWith(Settings.COLUMNS)) {
                return null;
            }
            String name = key.value().substring(Settings.COLUMNS.length()).replace('.', ' ');
            for (Noun noun : nouns.allNested()) {
                if (noun.name().equals(name) && noun.verb("list") != null) {
                    return noun;
                }
            }
            throw Failure.usage("'" + name + "' has no list", "name a command with a list, such as: columns.project");
        }

        /** The shape whose default columns the key sets, or null. */
        final Shape<?> listed() {
            Noun noun = noun();
            return noun == null ? null : noun.verb("list").shape();
        }

        final SettingValue current(Settings settings) {
            Setting setting = setting();
            if (setting != null) {
                return settings.shown(setting);
            }
            SettingValue columns = settings.columns(noun().name());
            return columns.value() != null
                    ? columns
                    : new SettingValue(columns.key(), Fields.ofTable(listed()), columns.source(), columns.rank());
        }

        /** Reply after a change of the user's file, with a notice if a source of higher precedence overrides it. */
        final Reply changed(CommandSession session, UserSettings file) {
            SettingValue now = current(Settings.tolerant(session.host(), Map.of()));
            boolean isNearer = now.isNearerThanUser();
            return Reply.one(EXPLAINED_SETTING, now)
                    .made("setting " + now.key())
                    .inspection("orgctl settings get " + now.key())
                    .notice("settings written to " + file)
                    .noticeIf(isNearer, "note: " + now.key() + " is still " + now.value() + ", set by " + now.source());
        }
    }

    private static final class Get extends OnKey {
        Get(Nouns nouns) {
            super("get", "Print the current value of a setting", nouns);
            details("Exits with 1 if the setting has no value.");
            example("Show the default output format", "orgctl settings get output");
            example("Show the columns of project tables", "orgctl settings get columns.project");
        }

        @Override
        protected Reply execute(CommandSession session) {
            SettingValue value = current(session.settings());
            if (value.value() == null) {
                return Reply.nothing().notice(value.key() + " is not set").answering(false);
            }
            return Reply.bare(EXPLAINED_SETTING, value, value.value());
        }
    }

    private static final class Set extends OnKey {
        private final Parameter<String> value = required(Types.words("VALUE"), "Value");

        Set(Nouns nouns) {
            super("set", "Set a default in your settings file", nouns);
            standAlone();
            details(
                    "Options, environment variables and a directory's .orgctl.json take precedence. columns.NOUN sets the"
                            + " columns of the table that 'NOUN list' shows; other formats and --fields are not affected.");
            example("Show times as their distance from now", "orgctl settings set time relative");
            example("Choose the columns of project tables", "orgctl settings set columns.project slug,name,liveId");
            example("Choose a pager", "orgctl settings set pager \"less -S\"");
        }

        @Override
        protected Reply execute(CommandSession session) {
            if (value.value().isEmpty()) {
                throw Failure.usage("the value is empty", "remove it with: orgctl settings unset " + key.value());
            }
            Setting setting = setting();
            if (setting == null) {
                Fields.check(listed(), Types.fieldNames().parse(value.value()));
            } else {
                Settings.check(setting, value.value());
            }
            UserSettings file = new UserSettings(session.host());
            file.put(key.value(), setting == Setting.STORE ? file.absolute(value.value()) : value.value());
            return changed(session, file);
        }
    }

    private static final class Unset extends OnKey {
        private final Parameter<Boolean> ifExists = flag("--if-exists", "Succeed if the setting is not set");

        Unset(Nouns nouns) {
            super("unset", "Remove a default from your settings file", nouns);
            standAlone();
            example("Return to the default pager", "orgctl settings unset pager");
            example("Return to the default columns of project tables", "orgctl settings unset columns.project");
        }

        @Override
        protected Reply execute(CommandSession session) {
            setting();
            UserSettings file = new UserSettings(session.host());
            String before = file.put(key.value(), null);
            if (before != null) {
                return changed(session, file);
            }
            if (!ifExists.isGiven()) {
                throw new Failure(
                        Failure.Kind.NOT_FOUND,
                        key.value() + " is not set in " + file,
                        "see where it comes from with: orgctl settings list");
            }
            return Reply.one(EXPLAINED_SETTING, current(session.settings()))
                    .notice("nothing to remove: " + key.value() + " is not set in " + file);
        }
    }
}
