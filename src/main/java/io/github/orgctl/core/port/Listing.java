package io.github.orgctl.core.port;

import java.util.function.Consumer;

/**
 * Rows that are read only when asked for, one at a time, so that memory does not grow with their number. Good for one
 * pass, inside the transaction it came from.
 */
public interface Listing<T> {
    /**
     * Passes the rows in their order.
     *
     * @return whether the page's limit left rows out
     */
    boolean forEach(Consumer<? super T> action);
}
