package io.github.orgctl.cli.verb.change;

import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Conversation;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.cli.verb.GateOptions;
import io.github.orgctl.cli.verb.LifeCycle;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.kernel.Deletion;
import java.util.Optional;

/**
 * A verb that moves a resource to the trash or deletes it permanently, confirmed by its slug. Resources without a trash
 * use {@link ChangeVerb}, whatever the verb's name.
 */
public abstract class DeleteVerb extends ChangeVerb {
    private final Parameter<String> confirm =
            option("--confirm", Types.words("SLUG"), "Confirm the deletion by repeating the slug");
    private final Parameter<Boolean> ifExists = flag("--if-exists", "Succeed if there is nothing to delete");
    private final Parameter<Boolean> purge =
            flag("--purge", "Delete permanently, including items already in the trash");
    private final Parameter<Boolean> breakReferences =
            flag(GateOptions.BREAK_REFERENCES, GateOptions.BREAKS_REFERENCES);
    private String confirmation;

    protected DeleteVerb(String name, String summary, Shape<?> shape) {
        super(name, summary, shape);
        shareDeclared();
    }

    /** A sentence about what would be deleted, or empty if nothing exists. */
    protected abstract Optional<String> warning(Services services, Deletion deletion);

    protected final Deletion deletion() {
        return new Deletion(
                confirm.orElse(confirmation), ifExists.isGiven(), purge.isGiven(), breakReferences.isGiven());
    }

    @Override
    protected final Reply prepare(LifeCycle run) {
        Conversation conversation = run.session().conversation();
        if (confirm.isGiven() || !conversation.isInteractive()) {
            return null;
        }
        Optional<String> warning = run.look(services -> warning(services, deletion()));
        if (warning.isPresent()) {
            confirmation = conversation.ask(warning.get() + "\nType its slug to confirm:");
        }
        return null;
    }
}
