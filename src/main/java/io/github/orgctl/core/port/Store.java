package io.github.orgctl.core.port;

/**
 * What keeps everything. {@link #inTx} is the only way to the data.
 *
 * <p>A store that does not exist yet reads as an empty one; only a change that is committed creates it.
 */
public interface Store extends AutoCloseable {
    /** What a transaction is for, and so how it ends. */
    public enum Purpose {
        /** Sees one state of the store throughout and changes nothing. */
        READ,
        /** Committed when the work returns, rolled back when it throws. */
        CHANGE,
        /** Runs like a change and is always rolled back. */
        DRY_RUN,
        /**
         * A change that may as well be left out: given up at once, with BUSY, where somebody else is changing the store.
         * Makes no store.
         */
        NOTE
    }

    /**
     * What is done within a transaction. May be run again from the start when the store asks for a retry, or after what it
     * asked for by {@link OutsideTransaction}, so that nothing it reads goes to anybody before the transaction has ended.
     */
    interface Work<R> {
        R in(Tx tx);
    }

    /**
     * Runs the work in one transaction, and from the start in another where transactions collide or the store is busy, as
     * often as half a minute allows. A NOTE is run once.
     *
     * @throws io.github.orgctl.core.model.value.Failure whatever the work throws; BUSY when the store stays locked or can't be
     *     reached, or when the connection was lost at the commit, and the message then says that it is not known whether the
     *     change was made; DAMAGED when it is not ours, damaged or newer than this program; FORBIDDEN when its server does
     *     not let this user in; IO when it can't be written; CONFLICT when a unique name was taken meanwhile
     */
    <R> R inTx(Purpose purpose, Work<R> work);

    @Override
    void close();
}
