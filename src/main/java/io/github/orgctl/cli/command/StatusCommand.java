package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.settings.SettingShape.EXPLAINED_SETTING;
import static io.github.orgctl.cli.settings.SettingShape.SETTING;

import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.settings.SettingShape;
import io.github.orgctl.cli.verb.CommandSession;
import io.github.orgctl.cli.verb.LocalVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Reply;

public final class StatusCommand extends Noun {
    public StatusCommand() {
        super("status", "Show the current settings", new Status());
    }

    private static final class Status extends LocalVerb {
        private final Parameter<Boolean> explain = flag("--explain", "Show the origin of each value");

        Status() {
            super("", "Show the current settings", EXPLAINED_SETTING);
            example("Show the current settings", "orgctl status");
            example("Show where each value comes from", "orgctl status --explain");
            example("Print the current organization", "orgctl status --jq '.[] | select(.name == \"org\") | .value'");
        }

        @Override
        protected Reply execute(CommandSession session) {
            SettingShape shape = explain.isGiven() ? EXPLAINED_SETTING : SETTING;
            return Reply.many(shape, Rows.of(session.settings().all()));
        }
    }
}
