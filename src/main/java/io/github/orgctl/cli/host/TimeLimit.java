package io.github.orgctl.cli.host;

import io.github.orgctl.core.model.value.Failure;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A time limit.
 *
 * @param excess message on timeout
 */
public record TimeLimit(int seconds, String excess) {
    /**
     * Runs an action on a separate thread, which is abandoned on timeout.
     *
     * @return the action's return value
     * @throws Failure IO on timeout; whatever the action throws
     */
    public boolean call(BooleanSupplier action) {
        Call call = new Call(action);
        call.setDaemon(true);
        call.start();
        try {
            call.join(TimeUnit.SECONDS.toMillis(seconds));
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
        return call.result(excess);
    }

    private static final class Call extends Thread {
        private final BooleanSupplier action;
        private boolean result;
        private Throwable thrown;
        private boolean over;

        private Call(BooleanSupplier action) {
            super("output");
            this.action = action;
        }

        @Override
        public void run() {
            boolean returned = false;
            Throwable caught = null;
            try {
                returned = action.getAsBoolean();
            } catch (RuntimeException | Error failed) {
                caught = failed;
            }
            synchronized (this) {
                result = returned;
                thrown = caught;
                over = true;
            }
        }

        private synchronized boolean result(String excess) {
            if (thrown instanceof RuntimeException unchecked) {
                throw unchecked;
            } else if (thrown instanceof Error error) {
                throw error;
            } else if (!over) {
                throw new Failure(Failure.Kind.IO, excess);
            }
            return result;
        }
    }
}
