package io.github.orgctl.cli.verb.change;

import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.cli.verb.Confirmation;
import io.github.orgctl.cli.verb.LifeCycle;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.configuration.Approval;
import java.util.Optional;

/**
 * A verb that changes the store after the {@link Confirmation} of its plan.
 *
 * @param <P> the plan
 */
public abstract class AgreedChangeVerb<P> extends ChangeVerb {
    private final Confirmation<P> confirmation = new Confirmation<>(this);

    protected AgreedChangeVerb(String name, String summary, Shape<?> shape) {
        super(name, summary, shape);
        shareDeclared();
    }

    /** The planned change, or null if no confirmation is needed. */
    protected abstract P plan(Services services);

    /** The confirmation prompt shown after the plan, or empty if none is required. */
    protected abstract Optional<String> question(P plan);

    /** The plan as shown before the prompt. */
    protected abstract Reply preview(P plan);

    /** The confirmed plan; a plan that needed no confirmation counts as confirmed. */
    protected final Approval<P> approval() {
        return confirmation.isBeforehand() || isDryRun() ? Approval.beforehand() : Approval.of(confirmation.seen());
    }

    @Override
    protected final Reply prepare(LifeCycle run) {
        confirmation.ask(run, isDryRun(), this::plan, (plan, questions) -> false, this::question, this::preview);
        return null;
    }
}
