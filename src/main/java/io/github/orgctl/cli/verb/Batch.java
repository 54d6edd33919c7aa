package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.Interrupts;
import io.github.orgctl.cli.output.Holding.Hold;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.configuration.SchemaMemory;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.OutsideTransaction;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.vault.TinkVault;

/**
 * State shared by the lines of a batch: the store and, in an atomic batch, the transaction. Between a line's commit and
 * its {@link #end end} signals are deferred, so that its result is always reported.
 */
public final class Batch implements Store {
    private final CommandSession session;
    private final Store store;
    private final Tx tx;
    private CommandSession line;
    private boolean showsResource;
    private Throwable broken;
    private boolean committed;
    private Hold hold;

    private Batch(CommandSession session, Store store, Tx tx) {
        this.session = session;
        this.store = store;
        this.tx = tx;
    }

    /** A batch with one transaction per line. */
    static Batch of(CommandSession session, Store store) {
        return new Batch(session, store, null);
    }

    /** An atomic batch: all lines in one transaction. */
    static Batch within(Tx tx, CommandSession session) {
        return new Batch(session, null, tx);
    }

    boolean isAtomic() {
        return tx != null;
    }

    SchemaMemory schemas() {
        return session.schemas();
    }

    /** External secrets read so far, kept for retries. */
    SecretReferences references() {
        return session.references();
    }

    TinkVault vault() {
        return session.vault();
    }

    /**
     * Rejects a command line that can't run in a batch.
     *
     * @param invocation parsed command line
     * @throws Failure USAGE
     */
    public void check(Invocation invocation) {
        if (invocation.verb().standsAlone()) {
            throw Failure.usage(
                    "'" + invocation.name() + "' can't run in a batch: it affects more than the store",
                    "run it by itself");
        }
        Shape<?> shape = invocation.verb().shape();
        if (!isAtomic() && shape != null && shape.once() != null) {
            throw Failure.usage(
                    "'" + invocation.name() + "' shows a " + shape.once().jsonName()
                            + " only once, which a line with a transaction of its own could lose",
                    "run the batch with --atomic, or the command by itself");
        }
        refuse(invocation.options().store);
        refuse(invocation.options().as);
        refuse(invocation.options().wait);
    }

    /** Begins a line. */
    void begin(CommandSession started, Verb verb) {
        line = started;
        showsResource = verb.shape() != null;
    }

    private static void refuse(Parameter<?> option) {
        if (option.isGiven()) {
            throw Failure.usage(
                    option.name() + " can't be given in a line of a batch",
                    "give it to batch itself: it then applies to all lines");
        }
    }

    /** Whether the line's output is a single JSON value. */
    boolean isJson() {
        return line != null && showsResource && line.replies().isJson();
    }

    /** Whether the line's output is shown only once. */
    boolean isShownOnce() {
        return line != null && line.replies().hasShownOnce();
    }

    /** Whether the line changed the store and was committed. */
    boolean isCommitted() {
        return committed;
    }

    /** The exception that ended the transaction of an atomic batch, as opposed to a line's own failure; or null. */
    Throwable broken() {
        return broken;
    }

    /** Ends a line after its result was reported. */
    void end() {
        line = null;
        committed = false;
        if (hold != null) {
            hold.close();
            hold = null;
        }
    }

    @Override
    public <R> R inTx(Purpose purpose, Work<R> work) {
        if (tx != null) {
            return within(purpose, work);
        }
        if (purpose != Purpose.CHANGE) {
            return store.inTx(purpose, work);
        }
        R result = store.inTx(purpose, each -> {
            R done = work.in(each);
            hold = hold == null ? Interrupts.PROCESS.hold() : hold;
            return done;
        });
        committed = true;
        return result;
    }

    private <R> R within(Purpose purpose, Work<R> work) {
        while (true) {
            try {
                return tx.part(purpose != Purpose.DRY_RUN, work);
            } catch (OutsideTransaction needed) {
                if (needed.isUnbounded()) {
                    // All lines are run again.
                    broken = needed;
                    throw needed;
                }
                needed.run();
            } catch (Failure failure) {
                throw failure;
            } catch (RuntimeException | Error problem) {
                broken = problem;
                throw problem;
            }
        }
    }

    /** An atomic batch is not committed yet. */
    @Override
    public Scrub scrub() {
        return tx == null ? store.scrub() : Scrub.HELD;
    }

    /** The store outlives its lines. */
    @Override
    public void close() {}
}
