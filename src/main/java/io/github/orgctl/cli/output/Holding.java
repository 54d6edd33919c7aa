package io.github.orgctl.cli.output;

/** Defers interrupts such as Ctrl-C. */
public interface Holding {
    /** Defers nothing. */
    Holding NONE = () -> () -> {};

    /** A period during which no interrupt ends the program. */
    interface Hold extends AutoCloseable {
        /**
         * Ends the period. Never returns if an interrupt arrived during it, which takes effect now. May be called
         * repeatedly.
         */
        @Override
        void close();
    }

    Hold hold();
}
