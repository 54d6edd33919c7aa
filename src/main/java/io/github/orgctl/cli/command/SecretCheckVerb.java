package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.SecretProblemShape.SECRET_PROBLEM;

import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.EnvironmentTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.model.configuration.RotationPeriod;
import io.github.orgctl.core.model.configuration.SecretProblem;
import java.util.List;

/** {@code secret check}. */
final class SecretCheckVerb extends ReadVerb {
    private final Parameter<RotationPeriod> olderThan =
            option("--older-than", EnvironmentTypes.period(), "Report values older than this, for example 365d");
    private final Parameter<Boolean> allOrganizations = flag("--all-orgs", "Check the secrets of all organizations");

    SecretCheckVerb() {
        super("check", "Check secrets for reused, old and exposed values without revealing them", SECRET_PROBLEM);
        details(
                "Reports values that are the same in sandbox and live (same-in-live), used in several projects (reused),"
                        + " older than a given age (old) or contained in configuration values (in-configuration). Compares only"
                        + " secrets that you may reveal; references are not read. Values of fewer than 8 characters are looked"
                        + " for as whole configuration values only. Exits with 1 if a problem is found.");
        example("Check the secrets of the current organization", "orgctl secret check");
        example("Report values older than a year as well", "orgctl secret check --older-than P1Y --org acme");
        example(
                "List secrets that are the same in sandbox and live",
                "orgctl secret check --jq '.[] | select(.problem == \"same-in-live\") | .key'");
    }

    @Override
    protected Reply execute(Services services) {
        List<SecretProblem> problems = services.secretChecks().problems(olderThan.value(), allOrganizations.isGiven());
        return Reply.many(SECRET_PROBLEM, Rows.of(problems))
                .ifEmpty("no problems found")
                .answering(problems.isEmpty());
    }
}
