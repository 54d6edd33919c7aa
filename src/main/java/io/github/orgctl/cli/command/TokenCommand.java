package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.TokenShape.NEW_TOKEN;
import static io.github.orgctl.cli.shape.TokenShape.TOKEN;

import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.AccessTypes;
import io.github.orgctl.cli.parameter.EnvironmentTypes;
import io.github.orgctl.cli.parameter.MemberTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.ResourceTypes;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.verb.ListVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.cli.verb.change.ChangeVerb;
import io.github.orgctl.core.access.NewToken;
import io.github.orgctl.core.access.TokenDetails;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.model.access.TokenReference;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Until;
import java.util.List;

public final class TokenCommand extends Noun {
    public TokenCommand() {
        super("token", "Manage API tokens", new Create(), new ListAll(), new Revoke());
    }

    private static final class Create extends ChangeVerb {
        private static final Until NINETY_DAYS = Until.parse("90d");

        private final Parameter<Name> name = option(
                        "--name", ResourceTypes.name(), "Display name (1 to 100 characters)")
                .mandatory();
        private final Parameter<Role> role =
                option("--role", MemberTypes.role(), "Maximum role of the token (default: viewer)");
        private final Parameter<ProjectReference> project =
                projectOption("Limit the token to one project (default: all projects)");
        private final Parameter<Mode> mode =
                option("--mode", EnvironmentTypes.mode(), "Limit the token to one mode (default: both modes)");
        private final Parameter<Until> expires =
                option("--expires", Types.until(), "Expiry, at most one year from now (default: 90d)");
        private final Parameter<Boolean> ifNotExists =
                flag("--if-not-exists", "Succeed without changes if the token already exists");

        Create() {
            super("create", "Create an API token (shown only once)", NEW_TOKEN);
            details("Set ORGCTL_TOKEN to the token to act with its role, which never exceeds its creator's"
                    + " current role. Only a hash is stored, so the token can't be shown again. It is revoked"
                    + " when its creator's membership ends. The name of an expired token can be reused.");
            example(
                    "Create a token for the sandbox of one project",
                    "orgctl token create --name Deploy --project website --mode sandbox");
            example("Limit its role and lifetime", "orgctl token create --name Nightly --role viewer --expires 30d");
            example("Use it in this shell", "export ORGCTL_TOKEN=\"$(orgctl token create --name Laptop --jq .token)\"");
        }

        @Override
        protected Reply execute(Services services) {
            Change<TokenDetails> change = services.tokens()
                    .create(
                            new NewToken(
                                    name.value(),
                                    role.orElse(Role.VIEWER),
                                    project.value(),
                                    mode.value(),
                                    expires.orElse(NINETY_DAYS)),
                            ifNotExists.isGiven());
            TokenDetails token = change.value();
            return Reply.one(NEW_TOKEN, isDryRun() ? token.concealed() : token)
                    .noticeIf(
                            !change.made(),
                            "the token " + token.token().name() + " already exists and can't be shown again")
                    .afterwards(change.made(), "save the token now: it is shown only once");
        }
    }

    private static final class ListAll extends ListVerb<TokenReference> {
        private final Parameter<Boolean> revoked = flag("--revoked", "List revoked tokens instead");

        ListAll() {
            super("list", "List the API tokens of an organization by name", TOKEN, AccessTypes.token());
            details("Tokens can't be shown again; they are identified by their last six characters.");
            example("List valid tokens", "orgctl token list");
            example("List tokens by expiry", "orgctl token list --sort expiresAt");
            example("List revoked tokens as well", "orgctl token list --revoked");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.many(TOKEN, services.tokens().list(page(services), revoked.isGiven()))
                    .ifEmpty(emptyNotice(
                            revoked.isGiven()
                                    ? "no revoked tokens"
                                    : "no tokens yet: create one with: orgctl token create --name NAME"));
        }
    }

    private static final class Revoke extends ChangeVerb {
        private final Parameter<List<TokenReference>> tokens =
                required(AccessTypes.token().many(), "Names or IDs of the tokens");
        private final Parameter<Boolean> ifExists = flag("--if-exists", "Succeed if there is no such token");

        Revoke() {
            super("revoke", "Revoke one or more API tokens atomically", TOKEN);
            details("Revoked tokens are listed by 'token list --revoked'; their names can be reused.");
            example("Revoke a token by name", "orgctl token revoke CI");
            example(
                    "Revoke several, and succeed if they are gone already",
                    "orgctl token revoke CI Nightly --if-exists");
            example("See what would be revoked", "orgctl token revoke CI --dry-run");
        }

        @Override
        protected Reply execute(Services services) {
            Change<List<TokenDetails>> change = services.tokens().revoke(tokens.value(), ifExists.isGiven());
            return Reply.many(TOKEN, Rows.of(change.value()))
                    .inspection("orgctl token list --revoked")
                    .noticeIf(!change.made(), "nothing to revoke: there is no such token");
        }
    }
}
