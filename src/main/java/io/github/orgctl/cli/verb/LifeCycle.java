package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.Interrupts;
import io.github.orgctl.cli.output.Holding.Hold;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.port.Tx;
import java.util.function.Function;

/**
 * One run of a verb, which goes the same way for all of them: what it needs is read, the store is opened, all its work is done
 * in one transaction, which is committed if that is its purpose, and the reply is written. From the commit to the end of the
 * reply no signal ends the program, so that what it says of the change is true.
 */
public final class LifeCycle implements Store.Work<Reply> {
    private final CommandSession session;
    private final Invocation invocation;
    private final Verb verb;
    private final Store.Purpose purpose;
    private final ReplyWriter replies;
    private Store store;
    private Services services;
    private Hold hold;
    private ChangeMade made;

    /**
     * @param invocation parsed
     */
    public LifeCycle(CommandSession session, Invocation invocation) {
        this.session = session;
        this.invocation = invocation;
        this.verb = invocation.verb();
        this.purpose = verb.purpose();
        this.replies = session.replies();
    }

    CommandSession session() {
        return session;
    }

    /** Runs the verb to its end and returns the exit code. */
    public int run() {
        verb.read(session.input());
        if (purpose == null) {
            Reply reply = verb.answer(session, null);
            replies.admit(reply);
            return verb.goOn(session, written(reply));
        }
        int exitCode;
        try (Store opened = session.openStore()) {
            store = opened;
            if (purpose == Store.Purpose.READ && session.settings().missingStore() != null) {
                session.conversation()
                        .notice("no store yet at " + session.settings().missingStore());
            }
            exitCode = verb.isFollowing() ? follow() : once();
        }
        return verb.goOn(session, exitCode);
    }

    /** Reads what a verb wants to know before its own transaction. */
    <R> R look(Function<Services, R> question) {
        return store.inTx(
                Store.Purpose.READ,
                tx -> question.apply(session.services(tx, verb.expectedEnvironment(), Store.Purpose.READ)));
    }

    private int once() {
        boolean done = false;
        Hold telling = null;
        try {
            Reply reply = verb.prepare(this);
            if (reply == null) {
                telling = purpose == Store.Purpose.CHANGE && verb.changesStore() ? telling() : null;
                reply = transacted();
            }
            int exitCode = written(reply);
            done = true;
            return exitCode;
        } finally {
            verb.tidyUp(session, done || made != null);
            release();
            if (telling != null) {
                telling.close();
            }
        }
    }

    /** Says, where a signal ends the program, whether the change was made. */
    private Hold telling() {
        return Interrupts.PROCESS.cleaningUp(this::tellInterrupted);
    }

    private Reply transacted() {
        try {
            Reply reply = store.inTx(purpose, this);
            if (purpose == Store.Purpose.CHANGE && verb.changesStore() && services.haveRecorded()) {
                made = ChangeMade.by(invocation, reply);
            }
            return reply;
        } catch (RuntimeException | Error failed) {
            replies.abandon();
            if (replies.hasHandedOut()) {
                throw voiding(failed);
            }
            throw failed;
        }
    }

    /** All that happens in the transaction. Run again from the start where the store asks for it. */
    @Override
    public Reply in(Tx tx) {
        release();
        services = session.services(tx, verb.expectedEnvironment(), purpose);
        Reply reply = verb.answer(session, services);
        replies.admit(reply);
        if (purpose == Store.Purpose.READ) {
            replies.render(reply);
            return reply;
        }
        reply.held();
        if (verb.changesStore()) {
            reply.ofChange();
        }
        if (purpose == Store.Purpose.DRY_RUN) {
            return verb.changesStore() ? reply.ofDryRun() : reply;
        }
        if (replies.isShownOnce(reply)) {
            replies.handOut(reply);
        }
        hold = Interrupts.PROCESS.hold();
        return reply;
    }

    private int written(Reply reply) {
        try {
            replies.show(reply);
        } catch (RuntimeException | Error failed) {
            replies.abandon();
            if (made != null) {
                throw new Unshown(made, failed, replies.isPartlyRead());
            }
            throw failed;
        }
        if (reply.failure() != null) {
            throw reply.failure();
        }
        return reply.exitCode().code();
    }

    private int follow() {
        Store.Work<Void> step = tx -> {
            replies.goOn(verb.answer(session, session.services(tx, verb.expectedEnvironment(), purpose)));
            return null;
        };
        try {
            store.inTx(purpose, step);
            replies.pass();
            while (session.host().pause().getAsBoolean()) {
                followOn(step);
            }
        } finally {
            replies.abandon();
        }
        return ExitCode.DONE.code();
    }

    private void followOn(Store.Work<Void> step) {
        try {
            store.inTx(purpose, step);
        } catch (Failure failure) {
            // The next time may help, and whoever follows would only have to begin anew.
            if (failure.kind() != Failure.Kind.BUSY) {
                throw failure;
            }
        }
        replies.pass();
    }

    /** What was shown only once, for nothing, is not to be mistaken for what it would have been. */
    static RuntimeException voiding(Throwable failed) {
        if (failed instanceof Failure failure) {
            return new Failure(
                    failure.kind(),
                    failure.getMessage(),
                    "the printed output is not valid: run the command again",
                    failure);
        }
        return new IllegalStateException("the printed output is not valid: " + failed, failed);
    }

    private void tellInterrupted() {
        session.conversation()
                .notice(
                        made == null
                                ? "interrupted: nothing was changed"
                                : "interrupted, but the change was made: " + made.what());
    }

    private void release() {
        if (hold != null) {
            hold.close();
        }
    }
}
