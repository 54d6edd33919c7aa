package io.github.orgctl.cli.verb.change;

import io.github.orgctl.cli.reply.Questions;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.cli.verb.Confirmation;
import io.github.orgctl.cli.verb.LifeCycle;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.configuration.Approval;
import java.util.Optional;

/**
 * A verb that changes an environment after the {@link Confirmation} of its plan.
 *
 * @param <P> type of the plan
 */
public abstract class ConfirmedEditVerb<P> extends EditVerb {
    private final Confirmation<P> confirmation = new Confirmation<>(this);

    protected ConfirmedEditVerb(String name, String summary, Shape<?> shape) {
        super(name, summary, shape);
        shareDeclared();
    }

    /** The planned changes. */
    protected abstract P plan(Services services);

    /** Settles what the plan leaves open, where it can, and returns whether anything was settled. */
    protected boolean resolve(P plan, Questions questions) {
        return false;
    }

    /** The confirmation prompt shown after the plan, or empty if none is required. */
    protected abstract Optional<String> question(P plan);

    /** The plan as shown before the prompt. */
    protected abstract Reply preview(P plan);

    /** The confirmed plan. */
    protected final Approval<P> approval() {
        return confirmation.isBeforehand() || isDryRun() ? Approval.beforehand() : Approval.of(confirmation.agreed());
    }

    /** Whether the plan was shown and confirmed. */
    protected final boolean isAgreed() {
        return confirmation.agreed() != null;
    }

    @Override
    protected final Reply prepare(LifeCycle run) {
        confirmation.ask(run, isDryRun(), this::plan, this::resolve, this::question, this::preview);
        return null;
    }
}
