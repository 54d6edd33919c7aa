package io.github.orgctl.cli;

import io.github.orgctl.cli.output.Shape;
import io.github.orgctl.core.Deletion;
import io.github.orgctl.core.port.Store;
import java.util.Optional;

/** A verb that takes something away, which has to be confirmed with the slug of what is to go. */
public abstract class DeleteVerb extends ChangeVerb {
    private final Parameter<String> confirm =
            option("--confirm", Types.words("SLUG"), "Confirm by naming the slug of what is to go.");
    private final Parameter<Boolean> ifExists = flag("--if-exists", "Succeed if there is nothing to delete.");
    private final Parameter<Boolean> purge =
            flag("--purge", "Delete for good instead of moving to the trash; works on what is in the trash, too.");
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
    final void prepare(CommandSession session, Store store) {
        if (confirm.isGiven() || !session.conversation().isInteractive()) {
            return;
        }
        Optional<String> warning = store.inTx(
                Store.Purpose.READ,
                tx -> warning(session.services(tx, expectedEnvironment(), Store.Purpose.READ), deletion()));
        if (warning.isPresent()) {
            confirmation = session.conversation().ask(warning.get() + "\nType its slug to confirm:");
        }
    }
}
