package io.github.orgctl.cli.output;

import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.port.Listing;

/** What a command answers, before any format is chosen. */
public sealed interface Result {
    /** The same, with all it needs of the store in memory. */
    default Result held() {
        return this;
    }

    /**
     * One resource.
     *
     * @param row null where there is nothing to show, such as after a delete that found nothing to delete
     */
    record One<T>(Shape<T> shape, T row) implements Result {}

    /**
     * One resource of which people want to see one value, and nothing around it.
     *
     * @param text the value as a table shows it
     */
    record Bare<T>(Shape<T> shape, T row, String text) implements Result {}

    /** Any number of resources, read only while they are written. */
    record Many<T>(Shape<T> shape, Listing<T> rows) implements Result {
        @Override
        public Result held() {
            return new Many<>(shape, Rows.held(rows));
        }
    }

    /** A configuration by the segments of its keys, which only some formats can show. */
    record Tree(Configuration configuration) implements Result {}

    /** Lines that are the same in every format, read only while they are written; in UTF-8. */
    record Lines(Listing<byte[]> lines) implements Result {
        @Override
        public Result held() {
            return new Lines(Rows.held(lines));
        }
    }

    /** A text that is the same in every format, such as a completion script. */
    record Plain(String text) implements Result {}
}
