package io.github.orgctl.cli;

import io.github.orgctl.core.model.Credential;
import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.port.Store;
import java.time.Instant;

/**
 * A store that is used with a token, and notes so when the work is done and the store is closed. What can't be noted,
 * because the store is read-only or somebody else is changing it, is left out: nobody's command fails for it.
 */
final class TokenUse implements Store {
    private final Store store;
    private final Credential token;
    private final Instant now;
    private boolean used;

    TokenUse(Store store, Credential token, Instant now) {
        this.store = store;
        this.token = token;
        this.now = now;
    }

    @Override
    public <R> R inTx(Purpose purpose, Work<R> work) {
        used = false;
        R result = store.inTx(purpose, work);
        // A dry run leaves nothing behind, not even this.
        used = purpose != Purpose.DRY_RUN;
        return result;
    }

    @Override
    public void close() {
        try (Store closing = store) {
            if (used) {
                closing.inTx(Purpose.NOTE, tx -> {
                    tx.tokens().use(token.hash(), now);
                    return null;
                });
            }
        } catch (Failure leftOut) {
            // Nothing depends on it.
        }
    }
}
