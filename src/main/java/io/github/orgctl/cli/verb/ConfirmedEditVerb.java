package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.configuration.Approval;
import java.util.Optional;

/**
 * A verb that changes an environment after somebody agreed to what it is going to do: on a terminal it shows a plan and
 * asks, elsewhere it takes {@code --yes}. A dry run changes nothing, so there is nothing to agree to.
 *
 * @param <P> the plan
 */
public abstract class ConfirmedEditVerb<P> extends EditVerb {
    private final Parameter<Boolean> yes = flag("--yes", "Skip the confirmation prompt");
    private P agreed;

    protected ConfirmedEditVerb(String name, String summary, Shape<?> shape) {
        super(name, summary, shape);
        shareDeclared();
    }

    /** The planned changes. */
    protected abstract P plan(Services services);

    /** The confirmation prompt shown after the plan, or empty if none is required. */
    protected abstract Optional<String> question(P plan);

    /** The plan as a person gets to see it. */
    protected abstract Reply preview(P plan);

    /** Whether nobody has to be asked. */
    private boolean isAgreedBeforehand() {
        return yes.isGiven() || isDryRun();
    }

    /** What somebody agreed to. */
    protected final Approval<P> approval() {
        return isAgreedBeforehand() ? Approval.beforehand() : Approval.of(agreed);
    }

    /** Whether somebody saw the plan and agreed to it. */
    protected final boolean isAgreed() {
        return agreed != null;
    }

    @Override
    final Reply prepare(LifeCycle run) {
        Conversation conversation = run.session().conversation();
        if (isAgreedBeforehand() || !conversation.isInteractive()) {
            return null;
        }
        P plan = run.look(this::plan);
        Optional<String> question = question(plan);
        if (question.isEmpty()) {
            return null;
        }
        conversation.preview(preview(plan));
        conversation.confirm(question.get());
        agreed = plan;
        return null;
    }
}
