package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.settings.SettingShape.EXPLAINED_SETTING;
import static io.github.orgctl.cli.settings.SettingShape.SETTING;

import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.PromptStyle;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.settings.Setting;
import io.github.orgctl.cli.settings.SettingShape;
import io.github.orgctl.cli.verb.CommandSession;
import io.github.orgctl.cli.verb.LocalVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.PromptLine;
import java.util.Map;

public final class StatusCommand extends Noun {
    public StatusCommand() {
        super("status", "Show the current settings", new Status());
    }

    private static final class Status extends LocalVerb {
        private final Parameter<Boolean> explain = flag("--explain", "Show the origin of each value");
        private final Parameter<PromptStyle> prompt = option(
                "--prompt",
                Types.promptStyle(),
                "Print the organization, project and mode for a shell prompt: bash, zsh, fish or plain");

        Status() {
            super("", "Show the current settings", EXPLAINED_SETTING);
            example("Show the current settings", "orgctl status");
            example("Show where each value comes from", "orgctl status --explain");
            example("Print the context for a shell prompt", "orgctl status --prompt plain");
            example("Print the current organization", "orgctl status --jq '.[] | select(.name == \"org\") | .value'");
        }

        /** Reports errors as every other command does. */
        @Override
        protected boolean toleratesFaultySettings() {
            return false;
        }

        /** A prompt is shown again and again: it has no errors and no notices. */
        @Override
        public String promptLine(Host host, Map<Setting, String> options) {
            if (!prompt.isGiven()) {
                return null;
            }
            String line = PromptLine.of(host, options, prompt.value());
            return line.isEmpty() ? "" : line + "\n";
        }

        @Override
        protected Reply execute(CommandSession session) {
            SettingShape shape = explain.isGiven() ? EXPLAINED_SETTING : SETTING;
            return Reply.many(shape, Rows.of(session.settings().all()));
        }
    }
}
