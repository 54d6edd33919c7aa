package io.github.orgctl.core.port;

import java.util.function.Consumer;

/** Usage from outside, read record by record, each time from the start. */
public interface UsageSource {
    /**
     * One record as it stands there.
     *
     * @param line where it begins, from 1
     * @param at null where none is given
     * @param key null where none is given
     * @param corrects the closed month that it corrects; null where none is given
     */
    record Line(
            long line, String environment, String metric, String quantity, String at, String key, String corrects) {}

    /**
     * Passes the records in their order.
     *
     * @throws io.github.orgctl.core.model.Failure USAGE when it is not of the right format, with the line; IO when it
     *     can't be read; BUSY when it can't be read once more
     */
    void forEach(Consumer<? super Line> action);
}
