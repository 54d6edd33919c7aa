package io.github.orgctl.cli.output;

import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.cli.text.Visible;
import java.io.IOException;

/** Renders one id per line, for {@code xargs} and loops. */
final class Ids<T> implements Renderer<T> {
    private final Shape<T> shape;
    private final TextOut out;

    Ids(Shape<T> shape, TextOut out) {
        this.shape = shape;
        this.out = out;
    }

    @Override
    public void row(T row) throws IOException {
        out.append(Visible.line(shape.id(row))).endLine();
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }
}
