package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.SettingShape.EXPLAINED_SETTING;
import static io.github.orgctl.cli.SettingShape.SETTING;

import io.github.orgctl.cli.CommandSession;
import io.github.orgctl.cli.LocalVerb;
import io.github.orgctl.cli.Noun;
import io.github.orgctl.cli.Parameter;
import io.github.orgctl.cli.Reply;
import io.github.orgctl.cli.SettingShape;
import io.github.orgctl.cli.output.Rows;

public final class StatusCommand extends Noun {
    public StatusCommand() {
        super("status", "Show the settings that commands run with", new Status());
    }

    private static final class Status extends LocalVerb {
        private final Parameter<Boolean> explain = flag("--explain", "Say where each value comes from.");

        Status() {
            super("", "Show the settings that commands run with", EXPLAINED_SETTING);
            example("orgctl status --explain");
        }

        @Override
        protected Reply execute(CommandSession session) {
            SettingShape shape = explain.isGiven() ? EXPLAINED_SETTING : SETTING;
            return Reply.many(shape, Rows.of(session.settings().all()));
        }
    }
}
