package io.github.orgctl.core.port;

/** Reports the progress of a long task. */
public interface Progress extends AutoCloseable {
    /** A reporter that shows nothing. */
    Progress NONE = new Progress() {
        @Override
        public void begin(String task, long total) {
            // Nothing to show.
        }

        @Override
        public void step() {
            // Nothing to show.
        }

        @Override
        public void close() {
            // Nothing to show.
        }
    };

    /** Begins a task with a number of steps. */
    void begin(String task, long total);

    /** Reports that a step is done. */
    void step();

    @Override
    void close();
}
