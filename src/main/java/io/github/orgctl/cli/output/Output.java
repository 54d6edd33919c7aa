package io.github.orgctl.cli.output;

import io.github.orgctl.core.model.Configuration;
import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.port.Listing;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes results. Lists stream: memory does not grow with their rows. Each write flushes; the stream is never closed.
 * What can't be written surfaces as {@link UncheckedIOException}.
 */
public final class Output {
    private static final int LINES_BUFFER_BYTES = 32 * 1024;

    private final OutputStream out;
    private final Presentation presentation;
    private final TerminalSize size;
    private String lastReference;
    private Renderer<?> ongoing;
    private JqFilter filter;

    public Output(OutputStream out, Presentation presentation) {
        this(out, presentation, new TerminalSize(null, null));
    }

    /** @param size the terminal's, asked for only when a table is written to one */
    public Output(OutputStream out, Presentation presentation, TerminalSize size) {
        this.out = out;
        this.presentation = presentation;
        this.size = size;
    }

    /**
     * Says at once what {@link #write} would otherwise find out when the work is done: to be asked before anything
     * changes.
     *
     * @throws io.github.orgctl.core.model.Failure USAGE for a field to show or to sort by that the shape does not have, a
     *     jq expression that can't be read, or what would leave out a value that is shown only once
     */
    public void check(Shape<?> shape) {
        List<? extends Field<?>> shown = Fields.of(shape, presentation.fields());
        Field<?> once = shape.once();
        if (once != null && (presentation.format() == OutputFormat.IDS || !shown.contains(once))) {
            throw Failure.usage(
                    "this would leave out the " + once.jsonName() + ", which is shown this once and never again",
                    (presentation.format() == OutputFormat.IDS ? "leave out -o ids" : "name it in --fields")
                            + ", or print it alone with --jq");
        }
        if (presentation.sort() != null) {
            Fields.field(shape, presentation.sort().field());
        }
        if (presentation.jq() != null) {
            filter();
        }
    }

    /**
     * Writes a result as the presentation says.
     *
     * @return whether a list's limit left rows out
     * @throws io.github.orgctl.core.model.Failure USAGE for a field that does not exist, or a jq expression that does
     *     not fit; nothing was written then, unless the expression failed on a later row
     */
    public boolean write(Result result) {
        lastReference = null;
        try {
            boolean cut = false;
            if (result instanceof Result.Many<?> many) {
                cut = write(many);
            } else if (result instanceof Result.One<?> one) {
                write(one);
            } else if (result instanceof Result.Bare<?> bare) {
                write(bare);
            } else if (result instanceof Result.Plain plain) {
                write(plain);
            } else if (result instanceof Result.Lines lines) {
                write(lines);
            } else if (result instanceof Result.Tree tree) {
                write(tree);
            }
            return cut;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes what can't be asked for again, because it was done: where the jq expression fails on it, all of it.
     *
     * @param made whether something was changed by it
     * @return whether a list's limit left rows out
     * @throws Failure IO when the expression failed, and everything was written without it
     */
    public boolean writeDone(Result result, boolean made) {
        if (presentation.jq() == null) {
            return write(result);
        }
        ByteArrayOutputStream filtered = new ByteArrayOutputStream();
        Output attempt = new Output(filtered, presentation, size);
        try {
            boolean cut = attempt.write(result);
            out.write(filtered.toByteArray());
            out.flush();
            lastReference = attempt.lastReference;
            return cut;
        } catch (Failure failure) {
            new Output(out, presentation.withoutJq(), size).write(result);
            throw new Failure(
                    Failure.Kind.IO,
                    (made ? "the change was made, but " : "") + failure.getMessage(),
                    "the whole result was written instead",
                    failure);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a command names the last row of the list just written, for {@code --after}; null when it had no rows. */
    public String lastReference() {
        return lastReference;
    }

    /**
     * Writes rows behind those that were written so before, all of one shape, so that they can be read at once.
     *
     * @throws Failure USAGE when the format is one that is complete only at its end
     */
    public void goOn(Result more) {
        try {
            goOn((Result.Many<?>) more);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> void goOn(Result.Many<T> more) throws IOException {
        if (ongoing == null) {
            ongoing = endless(more.shape());
            ongoing.begin();
        }
        // One leaf has one shape.
        @SuppressWarnings("unchecked")
        Renderer<T> renderer = (Renderer<T>) ongoing;
        more.rows().forEach(new Renderer.Feed<>(renderer));
        renderer.end();
    }

    private <T> Renderer<T> endless(Shape<T> shape) throws IOException {
        return switch (presentation.format()) {
            case JSON, YAML ->
                throw Failure.usage(
                        "what has no end can't be written as " + presentation.format(), "use -o ndjson instead");
            case TABLE -> table(shape, true, out);
            default -> renderer(shape, true);
        };
    }

    private <T> boolean write(Result.Many<T> many) throws IOException {
        Watched<T> rows = new Watched<>(
                presentation.sort() == null
                        ? many.rows()
                        : Rows.sorted(many.shape(), many.rows(), presentation.sort()));
        boolean cut = renderer(many.shape(), true).many(rows);
        lastReference = rows.last == null ? null : many.shape().reference(rows.last);
        return cut;
    }

    private <T> void write(Result.One<T> one) throws IOException {
        renderer(one.shape(), false).one(one.row());
    }

    private <T> void write(Result.Bare<T> bare) throws IOException {
        if (presentation.format() != OutputFormat.TABLE || presentation.fields() != null) {
            renderer(bare.shape(), false).one(bare.row());
            return;
        }
        String text = presentation.terminal() ? Visible.block(bare.text()) : bare.text();
        new TextOut(out).append(text).append('\n').flush();
    }

    private void write(Result.Tree tree) throws IOException {
        List<Field<Configuration>> branches = Branch.allOf(tree.configuration());
        Renderer<Configuration> renderer =
                switch (presentation.format()) {
                    case TABLE, YAML -> new YamlDocument<>(branches, out);
                    case JSON ->
                        presentation.jq() == null
                                ? new Document<>(branches, JsonStream.indented(out))
                                : new JqLines<>(branches, filter(), true, out);
                    case NDJSON ->
                        presentation.jq() == null
                                ? new JsonLines<>(branches, JsonStream.compact(out))
                                : new JqLines<>(branches, filter(), false, out);
                    case CSV, TSV, IDS ->
                        throw Failure.usage(
                                "a tree can't be written as " + presentation.format(),
                                "leave out --tree, or use -o json or -o yaml");
                };
        if (presentation.fields() != null) {
            throw Failure.usage("a tree has no fields to choose", "leave out --fields or --tree");
        }
        renderer.one(tree.configuration());
    }

    private void write(Result.Lines lines) throws IOException {
        OutputStream buffered = new BufferedOutputStream(out, LINES_BUFFER_BYTES);
        lines.lines().forEach(line -> {
            try {
                buffered.write(line);
                buffered.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        buffered.flush();
    }

    private void write(Result.Plain plain) throws IOException {
        TextOut text = new TextOut(out).append(presentation.terminal() ? Visible.block(plain.text()) : plain.text());
        if (!plain.text().isEmpty() && !plain.text().endsWith("\n")) {
            text.append('\n');
        }
        text.flush();
    }

    private <T> Renderer<T> renderer(Shape<T> shape, boolean list) throws IOException {
        List<String> names = presentation.fields();
        return switch (presentation.format()) {
            case TABLE -> table(shape, list);
            case JSON ->
                presentation.jq() == null
                        ? new Document<>(Fields.of(shape, names), JsonStream.indented(out))
                        : new JqLines<>(Fields.of(shape, names), filter(), true, out);
            case NDJSON ->
                presentation.jq() == null
                        ? new JsonLines<>(Fields.of(shape, names), JsonStream.compact(out))
                        : new JqLines<>(Fields.of(shape, names), filter(), false, out);
            case YAML -> new YamlDocument<>(Fields.of(shape, names), out);
            case CSV -> separated(Separated.Kind.COMMA, shape);
            case TSV -> separated(Separated.Kind.TAB, shape);
            case IDS -> new Ids<>(shape, new TextOut(out));
        };
    }

    private <T> Renderer<T> separated(Separated.Kind kind, Shape<T> shape) {
        List<Field<T>> fields = Fields.of(shape, presentation.fields());
        return new Separated<>(kind, fields, presentation.header(), presentation.csvSafe(), new TextOut(out));
    }

    private <T> Renderer<T> table(Shape<T> shape, boolean list) {
        if (!presentation.terminal() || presentation.pager() == null) {
            return table(shape, list, out);
        }
        Pager pager = new Pager(presentation.pager(), size, out);
        return new Paged<>(table(shape, list, pager), pager);
    }

    private <T> Renderer<T> table(Shape<T> shape, boolean list, OutputStream to) {
        boolean color = presentation.color();
        if (!list) {
            return new Details<>(Fields.of(shape, presentation.fields()), color, new TextOut(to));
        }
        TerminalSize bounds = presentation.terminal() && shape.mayBeCut() ? size : null;
        List<Field<T>> columns = Fields.ofTable(shape, presentation.fields());
        return new Table<>(columns, presentation.header(), color, bounds, new TextOut(to));
    }

    private JqFilter filter() {
        if (filter == null) {
            filter = JqFilter.compile(presentation.jq());
        }
        return filter;
    }

    /** Remembers the last row that passed. */
    private static final class Watched<T> implements Listing<T>, Consumer<T> {
        private final Listing<T> rows;
        private Consumer<? super T> action;
        private T last;

        private Watched(Listing<T> rows) {
            this.rows = rows;
        }

        @Override
        public boolean forEach(Consumer<? super T> next) {
            action = next;
            return rows.forEach(this);
        }

        @Override
        public void accept(T row) {
            action.accept(row);
            last = row;
        }
    }
}
