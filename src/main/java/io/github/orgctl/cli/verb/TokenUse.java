package io.github.orgctl.cli.verb;

import io.github.orgctl.core.model.access.Credential;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;

/**
 * A store that is used with a token, and notes so when the work is done, its reply is written and the store is closed. That
 * takes a transaction of its own only where the last note is a minute old. What can't be noted, because the store is
 * read-only or somebody else is changing it, is left out: nobody's command fails for it.
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
        // A dry run leaves nothing behind, not even this.
        due = watched.due && purpose != Purpose.DRY_RUN;
        return result;
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
            // Nothing depends on it.
        }
    }

    /** Looks, once the work is done and in its transaction, whether its use is to be noted. */
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
