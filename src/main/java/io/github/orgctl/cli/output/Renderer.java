package io.github.orgctl.cli.output;

import io.github.orgctl.core.port.Listing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/**
 * Writes the rows of one result in one format. An interface, because the JVM's verifier then need not load every
 * implementation to make one.
 */
interface Renderer<T> {
    /** Comes before the rows of a list. */
    default void begin() throws IOException {}

    void row(T row) throws IOException;

    /** Comes after the rows of a list, and hands everything on to the stream. */
    void end() throws IOException;

    /**
     * Writes one resource.
     *
     * @param row may be null: there is nothing to show
     */
    default void one(T row) throws IOException {
        begin();
        if (row != null) {
            row(row);
        }
        end();
    }

    /**
     * Writes a list.
     *
     * @return whether the list's limit left rows out
     */
    default boolean many(Listing<T> rows) throws IOException {
        begin();
        boolean cut = rows.forEach(new Feed<>(this));
        end();
        return cut;
    }

    /** Carries rows from a listing to a renderer. */
    record Feed<T>(Renderer<T> renderer) implements Consumer<T> {
        @Override
        public void accept(T row) {
            try {
                renderer.row(row);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
