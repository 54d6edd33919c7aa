package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.SecretVersionShape.SECRET_VERSION;

import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.Candidates;
import io.github.orgctl.cli.parameter.EnvironmentTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.verb.EnvironmentChoice;
import io.github.orgctl.cli.verb.ListVerb;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.SecretVersion;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Page;
import java.util.List;

/** {@code secret history}. */
final class SecretHistoryVerb extends ListVerb<Long> {
    private final Parameter<Key> key = required(EnvironmentTypes.key().offering(Candidates.NONE), "Key of the secret");
    private final EnvironmentChoice environment = environmentOption();

    SecretHistoryVerb() {
        super("history", "List the versions of a secret, newest first", SECRET_VERSION, Types.count());
        details("Shows who set each version and when, and never a value. Equal digests mean that two versions of the"
                + " key have equal values. Lists removed secrets, too, until they are purged.");
        example("List the versions of a secret", "orgctl secret history db.password --env website --mode sandbox");
        example(
                "Print who set the last one",
                "orgctl secret history db.password --env website:live --jq 'first | .actor'");
        example(
                "Print the numbers of all versions kept",
                "orgctl secret history stripe.key --env website:sandbox -o ids");
    }

    @Override
    protected Reply execute(Services services) {
        Page<Long> page = page(services);
        List<SecretVersion> versions = services.secretVersions().history(environment.reference(), key.value());
        return Reply.many(SECRET_VERSION, Rows.of(SECRET_VERSION, versions, after(versions, page)))
                .ifEmpty(emptyNotice("no versions"));
    }

    private static Page<SecretVersion> after(List<SecretVersion> versions, Page<Long> page) {
        SecretVersion after = null;
        for (SecretVersion version : versions) {
            if (page.after() != null && version.number() == page.after()) {
                after = version;
            }
        }
        if (page.after() != null && after == null) {
            throw new Failure(Failure.Kind.NOT_FOUND, "no version " + page.after() + " is kept");
        }
        return new Page<>(page.limit(), after, page.sort());
    }
}
