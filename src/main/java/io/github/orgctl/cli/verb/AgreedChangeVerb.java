package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.shape.Shape;
import java.util.Optional;

/**
 * A verb that changes the store after somebody agreed to what it is going to do: on a terminal it shows a plan and asks,
 * elsewhere it takes {@code --yes}. A dry run changes nothing, so there is nothing to agree to.
 *
 * @param <P> the plan
 */
public abstract class AgreedChangeVerb<P> extends ChangeVerb {
    private final Parameter<Boolean> yes = flag("--yes", "Skip the confirmation prompt");
    private P agreed;

    protected AgreedChangeVerb(String name, String summary, Shape<?> shape) {
        super(name, summary, shape);
        shareDeclared();
    }

    /** What it is going to do, or null where nobody has to be asked. */
    protected abstract P plan(Services services);

    /** What is asked of a person who has seen the plan, or empty where no answer is needed. */
    protected abstract Optional<String> question(P plan);

    /** The plan as a person gets to see it. */
    protected abstract Reply preview(P plan);

    /** The plan that somebody saw and agreed to, or null where whatever it turns out to be is agreed to. */
    protected final P agreed() {
        return agreed;
    }

    /** Whether whatever it turns out to be is agreed to. */
    protected final boolean isAgreedBeforehand() {
        return yes.isGiven() || isDryRun();
    }

    @Override
    final Reply prepare(LifeCycle run) {
        Conversation conversation = run.session().conversation();
        if (isAgreedBeforehand() || !conversation.isInteractive()) {
            return null;
        }
        P plan = run.look(this::plan);
        Optional<String> question = plan == null ? Optional.empty() : question(plan);
        if (question.isPresent()) {
            conversation.preview(preview(plan));
            conversation.confirm(question.get());
        }
        agreed = plan;
        return null;
    }
}
