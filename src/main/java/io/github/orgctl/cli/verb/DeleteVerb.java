package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.kernel.Deletion;
import java.util.Optional;

/**
 * A verb that moves a resource to the trash, or deletes it for good. The slug of the resource confirms it. Whatever has
 * no trash is deleted by a {@link ChangeVerb}, whatever the verb is called.
 */
public abstract class DeleteVerb extends ChangeVerb {
    private final Parameter<String> confirm =
            option("--confirm", Types.words("SLUG"), "Confirm the deletion by repeating the slug");
    private final Parameter<Boolean> ifExists = flag("--if-exists", "Succeed if there is nothing to delete");
    private final Parameter<Boolean> purge =
            flag("--purge", "Delete permanently, including items already in the trash");
    private String confirmation;

    protected DeleteVerb(String name, String summary, Shape<?> shape) {
        super(name, summary, shape);
        shareDeclared();
    }

    /** A sentence that says what would go, or empty where nothing is there. */
    protected abstract Optional<String> warning(Services services, Deletion deletion);

    protected final Deletion deletion() {
        return new Deletion(confirm.orElse(confirmation), ifExists.isGiven(), purge.isGiven());
    }

    @Override
    final Reply prepare(LifeCycle run) {
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
