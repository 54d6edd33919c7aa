package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.host.Interrupts;
import io.github.orgctl.cli.output.Holding.Hold;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.reply.ExitCode;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.reply.ReplyWriter;
import io.github.orgctl.cli.startup.OwnClasses;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.port.Tx;
import java.util.function.Function;

/**
 * A run of a verb, the same for all verbs: read input, open the store, do the work in one transaction, commit it if
 * that is its purpose, and write the reply. Signals are deferred between the commit and the end of the reply, so that
 * what is reported about the change is true.
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
    private boolean answered;

    /**
     * @param invocation parsed command line
     */
    public LifeCycle(CommandSession session, Invocation invocation) {
        this.session = session;
        this.invocation = invocation;
        this.verb = invocation.verb();
        this.purpose = verb.purpose();
        this.replies = session.replies();
    }

    public CommandSession session() {
        return session;
    }

    /** Runs the verb and returns the exit code. */
    public int run() {
        if (verb.writesFile()) {
            replies.admitFile();
        }
        for (Parameter<?> parameter : verb.parameters()) {
            if (parameter.isMissing()) {
                fill(parameter);
            }
        }
        verb.read(session.input());
        if (purpose == null) {
            Reply reply = verb.answer(session, null);
            replies.admit(reply);
            made = reply.made() == null ? null : ChangeMade.by(invocation, reply);
            return verb.goOn(session, written(reply));
        }
        int exitCode;
        String location = verb.storeLocation();
        try (Store opened = location == null ? session.openStore() : session.openStore(location)) {
            store = opened;
            if (location == null && purpose.isRead() && session.settings().missingStore() != null) {
                session.conversation()
                        .notice("no store yet at " + session.settings().missingStore());
            }
            exitCode = inStore();
        } catch (Failure failure) {
            exitCode = withoutStore(failure);
        }
        return verb.goOn(session, exitCode);
    }

    /** Takes the reply from another source if the store can't be reached and the verb has one. */
    private int withoutStore(Failure failure) {
        Reply reply = failure.kind() == Failure.Kind.BUSY && !answered ? verb.withoutStore(session, failure) : null;
        if (reply == null) {
            throw failure;
        }
        replies.admit(reply);
        if (purpose.isRead()) {
            replies.render(reply);
        }
        return written(reply);
    }

    /** Runs the verb on the open store. If a signal ends the program, the server's work for it is cancelled. */
    private int inStore() {
        Runnable cancellation = store.cancellation();
        Hold cancelling = cancellation == null ? null : Interrupts.PROCESS.cleaningUp(cancellation);
        try {
            return verb.isFollowing() ? follow() : once();
        } finally {
            if (cancelling != null) {
                cancelling.close();
            }
        }
    }

    /** Prompts for a required parameter that the command line lacks. */
    private void fill(Parameter<?> parameter) {
        Input input = session.input();
        if (!input.isInteractive() || input.answer(parameter.question() + ":", parameter::answer) == null) {
            throw Failure.usage(
                    "missing required parameter: '" + parameter.name() + "'", "see: " + invocation.name() + " --help");
        }
    }

    /** Runs a query in a transaction before the verb's own. */
    public <R> R look(Function<Services, R> question) {
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
                if (reply.isScrubbing() && purpose == Store.Purpose.CHANGE) {
                    reply.scrubbed(store.scrub());
                }
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

    /** Reports, if a signal ends the program, whether the change was made. */
    private Hold telling() {
        return Interrupts.PROCESS.cleaningUp(this::tellInterrupted);
    }

    private Reply transacted() {
        try {
            Reply reply = store.inTx(purpose, this);
            answered = true;
            boolean changedStore = purpose == Store.Purpose.CHANGE && verb.changesStore() && services.haveRecorded();
            boolean wroteFile = purpose.isRead() && reply.made() != null;
            if (changedStore || wroteFile) {
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

    /** The work of the transaction. It is run again when the store retries. */
    @Override
    public Reply in(Tx tx) {
        release();
        services = session.services(tx, verb.expectedEnvironment(), purpose);
        Reply reply = verb.answer(session, services);
        replies.admit(reply);
        if (purpose.isRead()) {
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
        OwnClasses.keep();
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
            // A retry may succeed, and the output would have to start again.
            if (failure.kind() != Failure.Kind.BUSY) {
                throw failure;
            }
        }
        replies.pass();
    }

    /** Marks a value that was shown only once as void, because the change was rolled back. */
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
