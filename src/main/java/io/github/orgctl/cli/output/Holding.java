package io.github.orgctl.cli.output;

/** Keeps an interrupt such as Ctrl-C from ending the program for a while. */
public interface Holding {
    /** Nothing interrupts. */
    Holding NONE = () -> () -> {};

    /** The time in which no interrupt ends the program. */
    interface Hold extends AutoCloseable {
        /** Never returns where an interrupt came meanwhile, which takes effect now. May be called again. */
        @Override
        void close();
    }

    Hold hold();
}
