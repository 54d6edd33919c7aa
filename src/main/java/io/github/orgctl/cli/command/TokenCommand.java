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
import io.github.orgctl.cli.verb.ChangeVerb;
import io.github.orgctl.cli.verb.ListVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Reply;
import io.github.orgctl.cli.verb.Services;
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
        super("token", "API tokens, which programs act with", new Create(), new ListAll(), new Revoke());
    }

    private static final class Create extends ChangeVerb {
        private static final Until NINETY_DAYS = Until.parse("90d");

        private final Parameter<Name> name = option(
                        "--name", ResourceTypes.name(), "What people call it: 1 to 100 characters.")
                .mandatory();
        private final Parameter<Role> role =
                option("--role", MemberTypes.role(), "What it may do at most; viewer if left out.");
        private final Parameter<ProjectReference> project =
                option("--project", ResourceTypes.project(), "The only project it is for; all of them if left out.");
        private final Parameter<Mode> mode =
                option("--mode", EnvironmentTypes.mode(), "The only mode it is for; both if left out.");
        private final Parameter<Until> expires =
                option("--expires", Types.until(), "When it ends, at most a year from now; after 90d if left out.");
        private final Parameter<Boolean> ifNotExists =
                flag("--if-not-exists", "Succeed, and change nothing, if a token has this name already.");

        Create() {
            super("create", "Make an API token, which is shown this once", NEW_TOKEN);
            details(
                    "It acts in ORGCTL_TOKEN with the role it is given, and never with more than its maker has then. Only"
                            + " a hash of it is kept, so that it can't be shown again; it ends with its maker's membership at"
                            + " the latest. An expired token gives its name up to a new one.");
            example("orgctl token create --name CI --project website --mode sandbox --role developer --expires 30d");
            example("ORGCTL_TOKEN=$(orgctl token create --name \"Nightly report\" --jq .token)");
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
                            "the token " + token.token().name() + " exists already, and can't be shown again")
                    .afterwards(change.made(), "keep the token now: it is not shown again");
        }
    }

    private static final class ListAll extends ListVerb<TokenReference> {
        private final Parameter<Boolean> revoked = flag("--revoked", "List those that are revoked instead.");

        ListAll() {
            super("list", "List the API tokens of an organization by name", TOKEN, AccessTypes.token());
            details("None of them can be shown again: their last six characters tell which is which.");
            example("orgctl token list");
            example("orgctl token list --sort expiresAt");
        }

        @Override
        protected Reply execute(Services services) {
            return Reply.many(TOKEN, services.tokens().list(page(services), revoked.isGiven()))
                    .ifEmpty(emptyNotice(
                            revoked.isGiven()
                                    ? "no token is revoked"
                                    : "no tokens yet: make one with: orgctl token create --name NAME"));
        }
    }

    private static final class Revoke extends ChangeVerb {
        private final Parameter<List<TokenReference>> tokens =
                required(AccessTypes.token().many(), "Which ones, by name or id.");
        private final Parameter<Boolean> ifExists = flag("--if-exists", "Succeed if there is no such token.");

        Revoke() {
            super("revoke", "End API tokens, all of them or none", TOKEN);
            details("A revoked token stays in the list of --revoked, and its name is free for another.");
            example("orgctl token revoke CI");
        }

        @Override
        protected Reply execute(Services services) {
            Change<List<TokenDetails>> change = services.tokens().revoke(tokens.value(), ifExists.isGiven());
            return Reply.many(TOKEN, Rows.of(change.value()))
                    .inspection("orgctl token list --revoked")
                    .noticeIf(!change.made(), "nothing to revoke: no such token is in use");
        }
    }
}
