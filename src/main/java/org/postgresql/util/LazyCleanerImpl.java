package org.postgresql.util;

/** Replaces the driver's own, which has a thread that looks for what nobody closed. Here what is not closed stays open. */
public final class LazyCleanerImpl implements LazyCleaner {
    private static final LazyCleanerImpl ONLY = new LazyCleanerImpl();

    private LazyCleanerImpl() {}

    public static LazyCleanerImpl getInstance() {
        return ONLY;
    }

    @Override
    public <T extends Throwable> Cleanable<T> register(Object holder, CleaningAction<T> action) {
        return new Once<>(action);
    }

    /** The action, run once when it is asked for. */
    private static final class Once<T extends Throwable> implements Cleanable<T> {
        private CleaningAction<T> action;

        Once(CleaningAction<T> action) {
            this.action = action;
        }

        @Override
        public void clean() throws T {
            CleaningAction<T> run = action;
            action = null;
            if (run != null) {
                run.onClean(false);
            }
        }
    }
}
