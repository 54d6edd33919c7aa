package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.reply.Conversation;
import io.github.orgctl.cli.reply.Questions;
import io.github.orgctl.cli.reply.Reply;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Confirmation of a planned change: on a terminal it shows the plan and asks; elsewhere {@code --yes} is required. A
 * dry run needs no confirmation.
 *
 * @param <P> type of the plan
 */
public final class Confirmation<P> {
    private final Parameter<Boolean> yes;
    private P seen;
    private boolean isAgreed;

    /** Declares the option. */
    public Confirmation(Verb verb) {
        yes = verb.flag("--yes", "Skip the confirmation prompt");
    }

    /**
     * Shows the plan and asks, if prompts are possible.
     *
     * @param plan null if no confirmation is needed
     * @param resolving resolves what the plan leaves open, and returns whether anything was resolved, which needs a new plan
     * @param question shown after the plan, or empty if none is required
     * @param preview the plan as shown before the prompt
     */
    public void ask(
            LifeCycle run,
            boolean isDryRun,
            Function<Services, P> plan,
            BiPredicate<P, Questions> resolving,
            Function<P, Optional<String>> question,
            Function<P, Reply> preview) {
        Conversation conversation = run.session().conversation();
        if (yes.isGiven() || isDryRun || !conversation.isInteractive()) {
            return;
        }
        do {
            seen = run.look(plan);
        } while (seen != null && resolving.test(seen, conversation));
        Optional<String> asked = seen == null ? Optional.empty() : question.apply(seen);
        if (asked.isPresent()) {
            conversation.preview(preview.apply(seen));
            conversation.confirm(asked.get());
            isAgreed = true;
        }
    }

    public boolean isBeforehand() {
        return yes.isGiven();
    }

    /** The plan, whether or not it had to be confirmed; null if there was none. */
    public P seen() {
        return seen;
    }

    /** The plan that was shown and confirmed, or null. */
    public P agreed() {
        return isAgreed ? seen : null;
    }
}
