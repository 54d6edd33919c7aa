package io.github.orgctl.cli.verb;

import io.github.orgctl.core.model.access.Credential;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;

/**
 * A store used with a token. It records the token's use after the store's work is done and the reply is written, at
 * most once a minute, in a separate transaction. Failing to record it, because the store is read-only or busy, is
 * ignored.
 */
final class TokenUse implements Store {
    private final Store store;
    private final Credential token;
    private final Instant now;
    private boolean due;

    TokenUse(Store store, Credential token, Instant now) {
        this.store = store;
        this.token = token;
        this.now = now;
    }

    @Override
    public <R> R inTx(Purpose purpose, Work<R> work) {
        due = false;
        Watched<R> watched = new Watched<>(work);
        R result = store.inTx(purpose, watched);
        // A dry run changes nothing.
        due = watched.due && purpose != Purpose.DRY_RUN;
        return result;
    }

    @Override
    public Scrub scrub() {
        return store.scrub();
    }

    @Override
    public Runnable cancellation() {
        return store.cancellation();
    }

    @Override
    public void close() {
        try (Store closing = store) {
            if (due) {
                closing.inTx(Purpose.NOTE, tx -> {
                    tx.tokens().use(token.hash(), now);
                    return null;
                });
            }
        } catch (Failure leftOut) {
            // Recording the use is optional.
        }
    }

    /** Checks within the transaction of the work whether the use is due to be recorded. */
    private final class Watched<R> implements Work<R> {
        private final Work<R> work;
        private boolean due;

        private Watched(Work<R> work) {
            this.work = work;
        }

        @Override
        public R in(Tx tx) {
            R result = work.in(tx);
            due = tx.tokens().isUseDue(token.hash(), now);
            return result;
        }
    }
}
