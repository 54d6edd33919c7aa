package io.github.orgctl.cli.output;

import io.github.orgctl.core.port.Listing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/**
 * Renders one result in one format. An interface rather than a class, because the JVM's verifier need not load all
 * implementations to create one.
 */
interface Renderer<T> {
    /** Called before the rows of a list. */
    default void begin() throws IOException {}

    void row(T row) throws IOException;

    /** Called after the rows of a list; flushes everything to the stream. */
    void end() throws IOException;

    /**
     * Renders one resource.
     *
     * @param row null if there is nothing to show
     */
    default void one(T row) throws IOException {
        begin();
        if (row != null) {
            row(row);
        }
        end();
    }

    /**
     * Renders a list.
     *
     * @return whether the list's limit omitted rows
     */
    default boolean many(Listing<T> rows) throws IOException {
        begin();
        boolean cut = rows.forEach(new Feed<>(this));
        end();
        return cut;
    }

    /** Passes the rows of a listing to a renderer. */
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
