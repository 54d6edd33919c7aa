package io.github.orgctl.cli.command;

import io.github.orgctl.cli.parameter.Candidates;
import io.github.orgctl.cli.parameter.EnvironmentTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.cli.verb.change.EditVerb;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.promotion.Gate;

/** {@code secret rollback}. */
final class SecretRollbackVerb extends EditVerb {
    private final Parameter<Key> key = required(EnvironmentTypes.key().offering(Candidates.NONE), "Key of the secret");
    private final Parameter<Long> to =
            option("--to", Types.count(), "Version to roll back to").mandatory();

    SecretRollbackVerb() {
        super("rollback", "Roll a secret back to an earlier version");
        environmentOption();
        gates(Gate.CRITICAL);
        details("Creates a new version with the value of the earlier one, without showing it. The value keeps its age."
                + " Restores removed secrets, too, until they are purged.");
        example(
                "Undo the last change of a secret",
                "orgctl secret rollback db.password --to 1 --env website --mode sandbox");
        example(
                "Roll back in live, with a message",
                "orgctl secret rollback db.password --to 1 --env website:live -m \"New password was wrong\"");
        example("See what would change", "orgctl secret rollback db.password --to 1 --env website:live --dry-run");
    }

    @Override
    protected Reply execute(Services services) {
        return reply(services.secretVersions().rollback(edit(), key.value(), to.value()));
    }
}
