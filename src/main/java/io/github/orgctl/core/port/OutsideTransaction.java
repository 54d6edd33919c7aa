package io.github.orgctl.core.port;

/**
 * Ends a transaction, without a change, in which something is needed that takes long: while it is done nobody has to wait
 * for the store. The work of the transaction is run again afterwards, and finds what it needs.
 */
public final class OutsideTransaction extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Runnable work;

    public OutsideTransaction(Runnable work) {
        super(null, null, false, false);
        this.work = work;
    }

    /** Does what is needed. To be called when the transaction has ended. */
    public void run() {
        work.run();
    }
}
