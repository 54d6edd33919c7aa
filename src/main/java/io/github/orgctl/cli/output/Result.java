package io.github.orgctl.cli.output;

import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.port.Listing;
import java.io.IOException;

/** Result of a command, independent of the format. Each kind says for itself what all have to be able to do. */
public sealed interface Result {
    /** Takes resources of any shape. */
    interface Resources {
        <T> void add(Shape<T> shape, T row);
    }

    /**
     * Has the output render what it is.
     *
     * @return whether a list's limit left rows out
     */
    boolean renderTo(Output output) throws IOException;

    /** The shape of what it shows, or null where it shows a text. */
    Shape<?> shape();

    /** Passes the resources that it shows. */
    void forEach(Resources action);

    /** The same, with all it needs of the store in memory. */
    default Result held() {
        return this;
    }

    /** A result that is a text in every format. */
    sealed interface OfText extends Result {
        @Override
        default Shape<?> shape() {
            return null;
        }

        @Override
        default void forEach(Resources action) {}
    }

    /**
     * One resource.
     *
     * @param row null where there is nothing to show, such as after a delete that found nothing to delete
     */
    record One<T>(Shape<T> shape, T row) implements Result {
        @Override
        public boolean renderTo(Output output) throws IOException {
            output.renderOne(this);
            return false;
        }

        @Override
        public void forEach(Resources action) {
            if (row != null) {
                action.add(shape, row);
            }
        }
    }

    /**
     * One resource of which people want to see one value, and nothing around it.
     *
     * @param text the value as a table shows it
     */
    record Bare<T>(Shape<T> shape, T row, String text) implements Result {
        @Override
        public boolean renderTo(Output output) throws IOException {
            output.renderBare(this);
            return false;
        }

        @Override
        public void forEach(Resources action) {
            action.add(shape, row);
        }
    }

    /** Any number of resources, read only while they are written. */
    record Many<T>(Shape<T> shape, Listing<T> rows) implements Result {
        @Override
        public boolean renderTo(Output output) throws IOException {
            return output.renderMany(this);
        }

        @Override
        public void forEach(Resources action) {
            rows.forEach(row -> action.add(shape, row));
        }

        @Override
        public Result held() {
            return new Many<>(shape, Rows.held(rows));
        }
    }

    /** A configuration by the segments of its keys, which only some formats can show. */
    record Tree(Configuration configuration) implements OfText {
        @Override
        public boolean renderTo(Output output) throws IOException {
            output.renderTree(this);
            return false;
        }
    }

    /** Lines that are the same in every format, read only while they are written; in UTF-8. */
    record Lines(Listing<byte[]> lines) implements OfText {
        @Override
        public boolean renderTo(Output output) throws IOException {
            output.renderLines(this);
            return false;
        }

        @Override
        public Result held() {
            return new Lines(Rows.held(lines));
        }
    }

    /** A text that is the same in every format, such as a completion script. */
    record Plain(String text) implements OfText {
        @Override
        public boolean renderTo(Output output) throws IOException {
            output.renderPlain(this);
            return false;
        }
    }
}
