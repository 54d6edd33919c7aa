package io.github.orgctl.cli.output;

import io.github.orgctl.core.port.Listing;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Renders through a pager, and stops reading rows as soon as its user has seen enough. */
final class Paged<T> implements Renderer<T> {
    private final Renderer<T> renderer;
    private final Pager pager;

    /** @param renderer writes to the pager */
    Paged(Renderer<T> renderer, Pager pager) {
        this.renderer = renderer;
        this.pager = pager;
    }

    @Override
    public void row(T row) throws IOException {
        renderer.row(row);
    }

    @Override
    public void end() throws IOException {
        renderer.end();
    }

    @Override
    public void one(T row) throws IOException {
        try {
            renderer.one(row);
        } catch (IOException e) {
            rethrowUnlessQuit(e);
        } finally {
            pager.finish();
        }
    }

    @Override
    public boolean many(Listing<T> rows) throws IOException {
        try {
            return renderer.many(rows);
        } catch (UncheckedIOException e) {
            rethrowUnlessQuit(e.getCause());
        } catch (IOException e) {
            rethrowUnlessQuit(e);
        } finally {
            pager.finish();
        }
        return false;
    }

    private void rethrowUnlessQuit(IOException e) throws IOException {
        if (!pager.hasQuit()) {
            throw e;
        }
    }
}
