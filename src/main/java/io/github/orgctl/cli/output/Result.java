package io.github.orgctl.cli.output;

import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.port.Listing;
import java.io.IOException;
import java.io.OutputStream;

/** Result of a command, independent of the format. */
public sealed interface Result {
    /** Receives resources of any shape. */
    interface Resources {
        <T> void add(Shape<T> shape, T row);
    }

    /**
     * Renders the result.
     *
     * @return whether a list's limit omitted rows
     */
    boolean renderTo(Output output) throws IOException;

    /** The shape of the result's resources, or null for text. */
    Shape<?> shape();

    /** Passes all resources of the result. */
    void forEach(Resources action);

    /** Returns a copy with everything from the store loaded into memory. */
    default Result held() {
        return this;
    }

    /** A result that is text in every format. */
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
     * @param row null if there is nothing to show, for example after a deletion that found nothing
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
     * One resource that is shown to people as a single value.
     *
     * @param text the value in a table
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

    /** A list of resources, read lazily. */
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

    /** A configuration, nested by the segments of its keys; only some formats support it. */
    record Tree(Configuration configuration) implements OfText {
        @Override
        public boolean renderTo(Output output) throws IOException {
            output.renderTree(this);
            return false;
        }
    }

    /** UTF-8 lines that are the same in every format, read lazily. */
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

    /** Bytes that are the same in every format, made while they are written. */
    record Bytes(Content content) implements OfText {
        /** Writes the bytes to a stream. */
        public interface Content {
            void writeTo(OutputStream out) throws IOException;
        }

        @Override
        public boolean renderTo(Output output) throws IOException {
            output.renderBytes(this);
            return false;
        }
    }

    /**
     * Text that is the same in every format, such as a completion script.
     *
     * @param isExact whether no line end is appended for programs
     */
    record Plain(String text, boolean isExact) implements OfText {
        @Override
        public boolean renderTo(Output output) throws IOException {
            output.renderPlain(this);
            return false;
        }
    }
}
