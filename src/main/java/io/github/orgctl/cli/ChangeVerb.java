package io.github.orgctl.cli;

import io.github.orgctl.cli.output.Shape;
import io.github.orgctl.core.port.Store;

/** A verb that changes the store. Nothing is shown before the change is committed. */
public abstract class ChangeVerb extends Verb {
    private final Parameter<Boolean> dryRun = flag("--dry-run", "Show what would change, and change nothing.");

    protected ChangeVerb(String name, String summary, Shape<?> shape) {
        super(name, summary, shape);
        shareDeclared();
    }

    protected abstract Reply execute(Services services);

    /** Reads what the change needs besides the command line, before the transaction begins. */
    protected void read(Input input) {}

    /** What is to be asked before the transaction begins, so that nobody holds a lock while thinking. */
    void prepare(CommandSession session, Store store) {}

    @Override
    protected final boolean changesStore() {
        return true;
    }

    /** Whether nothing is going to be kept. */
    protected final boolean isDryRun() {
        return dryRun.isGiven();
    }

    @Override
    int run(CommandSession session) {
        Store.Purpose purpose = dryRun.isGiven() ? Store.Purpose.DRY_RUN : Store.Purpose.CHANGE;
        read(session.input());
        try (Store store = session.openStore()) {
            prepare(session, store);
            Reply reply = store.inTx(purpose, tx -> execute(session.services(tx, expectedEnvironment(), purpose)))
                    .ofChange();
            return session.replies()
                    .finish(dryRun.isGiven() ? reply.ofDryRun() : reply)
                    .code();
        }
    }
}
