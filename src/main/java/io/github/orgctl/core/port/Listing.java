package io.github.orgctl.core.port;

import java.util.function.Consumer;

/**
 * Rows that are read lazily, one at a time, so that memory does not grow with their number. Can be traversed once,
 * within the transaction that created it.
 */
public interface Listing<T> {
    /**
     * Passes all rows to the action in order.
     *
     * @return whether the page's limit omitted rows
     */
    boolean forEach(Consumer<? super T> action);
}
