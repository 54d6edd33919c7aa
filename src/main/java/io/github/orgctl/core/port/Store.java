package io.github.orgctl.core.port;

/**
 * Stores all data. {@link #inTx} is the only access to it.
 *
 * <p>A store that does not exist yet reads as empty; only a committed change creates it.
 */
public interface Store extends AutoCloseable {
    /** Purpose of a transaction, which determines how it ends. */
    public enum Purpose {
        /** Reads a single snapshot and changes nothing. */
        READ,
        /**
         * Reads for a copy that outlives the store. What it reads is not contradicted by changes that were under way: on
         * a server it waits until those that could are over.
         */
        DUMP,
        /** Committed if the work returns, rolled back if it throws. */
        CHANGE,
        /** Runs like a change and is always rolled back. */
        DRY_RUN,
        /**
         * An optional change: fails immediately with BUSY if another transaction is changing the store. Never creates a
         * store.
         */
        NOTE;

        /** Whether it changes nothing. */
        public boolean isRead() {
            return this == READ || this == DUMP;
        }
    }

    /**
     * Work done within a transaction. It may be run again from the start, for a retry or after
     * {@link OutsideTransaction}, so nothing it reads may be output before the transaction has ended.
     */
    interface Work<R> {
        R in(Tx tx);
    }

    /**
     * Runs the work in a transaction. After a conflict, or if the store is busy, it is run again in a new transaction,
     * for up to half a minute. A NOTE is run once.
     *
     * <p>If a commit receives no answer, the store finds out whether it succeeded before it retries, so a change is
     * never made twice.
     *
     * @throws io.github.orgctl.core.model.value.Failure whatever the work throws; BUSY if the store stays locked or
     *     can't be reached, or if the connection was lost during the commit and the outcome could not be determined,
     *     which the message says; DAMAGED if it is not an orgctl store, damaged or newer than this program; FORBIDDEN
     *     if the server denies access; IO if it can't be written; CONFLICT if a unique name was taken meanwhile
     */
    <R> R inTx(Purpose purpose, Work<R> work);

    /** Outcome of overwriting deleted data. */
    enum Scrub {
        /** No deleted data is left in the store's files. */
        DONE,
        /** Another process is still reading a file that contains it. */
        HELD,
        /** The server decides when to remove it. */
        LEFT_TO_SERVER
    }

    /** Overwrites deleted data that the store's files still contain. */
    Scrub scrub();

    /**
     * Action that cancels a server's work for a transaction when the program is interrupted, from any thread; null if
     * there is no server.
     */
    default Runnable cancellation() {
        return null;
    }

    @Override
    void close();
}
