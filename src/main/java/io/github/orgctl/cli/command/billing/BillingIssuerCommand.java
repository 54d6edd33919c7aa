package io.github.orgctl.cli.command.billing;

import static io.github.orgctl.cli.shape.billing.IssuerShape.ISSUER;

import io.github.orgctl.cli.parameter.BillingTypes;
import io.github.orgctl.cli.parameter.MemberTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.ResourceTypes;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.cli.verb.change.ChangeVerb;
import io.github.orgctl.core.billing.IssuerChanges;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.model.billing.Issuer;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Line;
import java.util.Optional;

/** {@code billing issuer}. */
final class BillingIssuerCommand extends Noun {
    BillingIssuerCommand() {
        super("billing issuer", "Manage the issuer shown on statements", new Show(), new Set());
    }

    private static final class Show extends ReadVerb {
        Show() {
            super("show", "Show who issues the store's statements", ISSUER);
            example("Show the issuer", "orgctl billing issuer show");
            example("Print the name", "orgctl billing issuer show --jq .name");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.one(ISSUER, services.issuer().show());
        }
    }

    private static final class Set extends ChangeVerb {
        private final Parameter<Line> name = option("--name", BillingTypes.line(), "Legal name; empty to remove");
        private final Parameter<Description> address =
                option("--address", ResourceTypes.description(), "Postal address, may have several lines");
        private final Parameter<Line> taxId = option("--tax-id", BillingTypes.line(), "Tax number; empty to remove");
        private final Parameter<Optional<Email>> email =
                option("--email", MemberTypes.email().optional(), "E-mail address; empty to remove");

        Set() {
            super("set", "Set who issues the store's statements", ISSUER);
            details("The issuer is shown on the statements of all organizations. Closed statements keep the issuer"
                    + " they were closed with. Omitted options leave their values unchanged.");
            example(
                    "Set the name and address",
                    "orgctl billing issuer set --name \"Initech Ltd\" --address \"1 High St\"");
            example("Set the tax number", "orgctl billing issuer set --tax-id DE123456789");
            example("Remove the e-mail address", "orgctl billing issuer set --email \"\"");
        }

        @Override
        protected Reply execute(Services services) {
            Change<Issuer> change = services.issuer()
                    .set(new IssuerChanges(name.value(), address.value(), taxId.value(), email.value()));
            return Reply.one(ISSUER, change.value())
                    .noticeIf(!change.made(), "nothing to change: the values are already set");
        }
    }
}
