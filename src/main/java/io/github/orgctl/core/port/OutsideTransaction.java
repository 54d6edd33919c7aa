package io.github.orgctl.core.port;

/**
 * Ends a transaction without a change, because the work needs something slow, such as running a command, that must not
 * hold locks. The work is run again afterwards and then finds what it needs.
 */
public final class OutsideTransaction extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Runnable work;
    private final boolean unbounded;

    public OutsideTransaction(Runnable work) {
        this(work, false);
    }

    /**
     * @param unbounded whether the slow part may exceed a server's limit for open transactions
     */
    public OutsideTransaction(Runnable work, boolean unbounded) {
        super(null, null, false, false);
        this.work = work;
        this.unbounded = unbounded;
    }

    /** Whether the slow part may exceed a server's limit for open transactions, so that it can never run within one. */
    public boolean isUnbounded() {
        return unbounded;
    }

    /** Runs the slow part. Must be called after the transaction has ended. */
    public void run() {
        work.run();
    }
}
