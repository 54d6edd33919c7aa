package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.settings.GrantShape.GRANT;

import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.EnvironmentTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.settings.Grant;
import io.github.orgctl.cli.settings.Trust;
import io.github.orgctl.cli.verb.CommandSession;
import io.github.orgctl.cli.verb.LocalVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.core.model.configuration.SecretReference;
import io.github.orgctl.core.model.value.Failure;
import java.util.List;

public final class TrustCommand extends Noun {
    public TrustCommand() {
        super("trust", "Trust a settings file or a secret reference", new TrustVerb());
    }

    private static final class TrustVerb extends LocalVerb {
        private final Parameter<String> file =
                optional(Types.file(), "Settings file or its directory (default: the nearest .orgctl.json)");
        private final Parameter<SecretReference> reference = option(
                "--reference",
                EnvironmentTypes.secretReference(),
                "Trust a secret reference of the current store instead: file:PATH or cmd:COMMAND");
        private final Parameter<Boolean> revoke = flag("--revoke", "Stop trusting the file or reference");
        private final Parameter<Boolean> list = flag("--list", "List trusted files and references");

        TrustVerb() {
            super("", "Trust a settings file or a secret reference", GRANT);
            details("A .orgctl.json file can set the store and the actor only if you trust it; trust ends"
                    + " when the file changes. In a store that others can write, files and commands that"
                    + " secrets refer to are used only if you trust the reference.");
            example("Trust the nearest settings file", "orgctl trust");
            example(
                    "Allow a secret to refer to the output of a command",
                    "orgctl trust --reference \"cmd:pass show db\"");
            example("List what is trusted", "orgctl trust --list");
            example("Stop trusting a settings file", "orgctl trust --revoke .orgctl.json");
        }

        @Override
        protected Reply execute(CommandSession session) {
            refuseContradictions();
            if (list.isGiven()) {
                return Reply.many(GRANT, Rows.of(new Trust(session.host()).all()))
                        .ifEmpty("nothing is trusted");
            }
            Trust trust = new Trust(session.host());
            if (revoke.isGiven()) {
                return Reply.many(GRANT, Rows.of(revoked(session, trust)));
            }
            Grant grant = reference.isGiven() ? session.grant(reference.value()) : trust.grant(file.value());
            trust.allow(grant);
            return Reply.one(GRANT, grant);
        }

        private List<Grant> revoked(CommandSession session, Trust trust) {
            Grant asked = reference.isGiven() ? session.grant(reference.value()) : null;
            String place = asked == null ? trust.place(file.value()) : asked.place();
            List<Grant> revoked = asked == null
                    ? trust.revoke(Grant.Kind.SETTINGS, place, null)
                    : trust.revoke(Grant.Kind.REFERENCE, place, asked.digest());
            if (revoked.isEmpty()) {
                throw new Failure(
                        Failure.Kind.NOT_FOUND,
                        (asked == null ? "" : asked.allows() + " in ") + place + " is not trusted",
                        "list what is trusted with: orgctl trust --list");
            }
            return revoked;
        }

        private void refuseContradictions() {
            int given = (file.isGiven() ? 1 : 0) + (reference.isGiven() ? 1 : 0) + (list.isGiven() ? 1 : 0);
            if (given > 1 || list.isGiven() && revoke.isGiven()) {
                throw Failure.usage(
                        "FILE, --reference and --list can't be combined, nor --list with --revoke",
                        "see: orgctl trust --help");
            }
        }
    }
}
