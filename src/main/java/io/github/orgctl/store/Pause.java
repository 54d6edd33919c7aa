package io.github.orgctl.store;

import io.github.orgctl.core.model.Failure;

/** Waits before something is tried again. */
final class Pause {
    private Pause() {}

    /**
     * @throws Failure BUSY when the thread is interrupted
     */
    static void millis(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure(Failure.Kind.BUSY, "interrupted while waiting for the store");
        }
    }
}
