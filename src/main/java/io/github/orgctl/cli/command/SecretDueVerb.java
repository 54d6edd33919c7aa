package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.DueItemShape.DUE_ITEM;

import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.EnvironmentTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.model.configuration.DueItem;
import io.github.orgctl.core.model.configuration.RotationPeriod;
import java.util.List;

/** {@code secret due}. */
final class SecretDueVerb extends ReadVerb {
    private static final String MONTH = "30d";

    private final Parameter<RotationPeriod> within =
            option("--within", EnvironmentTypes.period(), "Period to look ahead, for example 7d (default: 30d)");
    private final Parameter<Boolean> allOrganizations = flag("--all-orgs", "List the secrets of all organizations");
    private final Parameter<Boolean> all = flag("--all", "Include tokens and invitations that expire");

    SecretDueVerb() {
        super("due", "List secrets that expire or are due for rotation", DUE_ITEM);
        details("Lists what --expires and --rotate-every of 'secret set' ask for, the most urgent first. A rotation is"
                + " due that long after the value was new. Exits with 1 if something is overdue.");
        example("List what is due in the next 30 days", "orgctl secret due");
        example(
                "Report overdue secrets of all organizations from a cron job",
                "orgctl secret due --all-orgs --within 1d");
        example("Include tokens and invitations that expire within a week", "orgctl secret due --all --within 7d");
    }

    @Override
    protected Reply execute(Services services) {
        List<DueItem> due = services.due()
                .within(
                        within.isGiven() ? within.value() : new RotationPeriod(MONTH),
                        allOrganizations.isGiven(),
                        all.isGiven());
        return Reply.many(DUE_ITEM, Rows.of(due))
                .ifEmpty("nothing is due")
                .answering(due.stream().noneMatch(DueItem::overdue));
    }
}
