package io.github.orgctl.cli;

import io.github.orgctl.cli.output.Shape;
import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.port.Tx;

/** A verb that reads from the store. What it found is written while the transaction lasts, so that lists can stream. */
public abstract class ReadVerb extends Verb {
    protected ReadVerb(String name, String summary, Shape<?> shape) {
        super(name, summary, shape);
    }

    protected abstract Reply execute(Services services);

    /** Reads what it needs besides the command line, before the transaction begins. */
    protected void read(Input input) {}

    /**
     * Whether it goes on with what comes, until it is interrupted: executed again and again, each time in a transaction of
     * its own, so that nobody has to wait for it.
     */
    protected boolean isFollowing() {
        return false;
    }

    /** Whether it shows what leaves an event in the audit trail: then nothing is written before the event is kept. */
    protected boolean leavesEvent() {
        return false;
    }

    /** What its transaction is for. What it changes is kept before anything is written. */
    protected Store.Purpose purpose() {
        return leavesEvent() ? Store.Purpose.CHANGE : Store.Purpose.READ;
    }

    @Override
    final int run(CommandSession session) {
        read(session.input());
        try (Store store = session.openStore()) {
            if (isFollowing()) {
                return follow(session, store);
            }
            if (purpose() != Store.Purpose.READ) {
                return session.replies().finish(recorded(session, store)).code();
            }
            return store.inTx(Store.Purpose.READ, new Store.Work<Integer>() {
                @Override
                public Integer in(Tx tx) {
                    return session.replies()
                            .finish(execute(session.services(tx, expectedEnvironment(), Store.Purpose.READ)))
                            .code();
                }
            });
        }
    }

    private int follow(CommandSession session, Store store) {
        goOn(session, store);
        while (session.host().pause().getAsBoolean()) {
            try {
                goOn(session, store);
            } catch (Failure failure) {
                // The next time may help, and whoever follows would only have to begin anew.
                if (failure.kind() != Failure.Kind.BUSY) {
                    throw failure;
                }
            }
        }
        return ExitCode.DONE.code();
    }

    private void goOn(CommandSession session, Store store) {
        store.inTx(Store.Purpose.READ, tx -> {
            session.replies().goOn(execute(session.services(tx, expectedEnvironment(), Store.Purpose.READ)));
            return null;
        });
    }

    private Reply recorded(CommandSession session, Store store) {
        Reply reply = store.inTx(purpose(), tx -> execute(session.services(tx, expectedEnvironment(), purpose())));
        return purpose() == Store.Purpose.DRY_RUN ? reply.ofDryRun() : reply;
    }
}
