package io.github.orgctl.cli.output;

import io.github.orgctl.cli.jq.JqFilter;
import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.cli.text.Visible;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Listing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes results. Lists are streamed: memory does not grow with the number of rows. Each write flushes; the stream is
 * never closed. Write errors are thrown as {@link UncheckedIOException}.
 */
public final class Output {
    private final OutputStream out;
    private final Presentation presentation;
    private final TerminalSize size;
    private final Holding holding;
    private Spool spool;
    private String lastReference;
    private Renderer<?> ongoing;
    private JqFilter filter;
    private Table<?> table;

    /**
     * @param size terminal size, evaluated only when a table is written to a terminal
     * @param holding defers interrupts while a pager uses the terminal
     */
    public Output(OutputStream out, Presentation presentation, TerminalSize size, Holding holding) {
        this.out = out;
        this.presentation = presentation;
        this.size = size;
        this.holding = holding;
    }

    /**
     * Validates the presentation before anything is changed. {@link #write} would fail for the same reasons after the
     * work is done.
     *
     * @param shape null for text
     * @throws io.github.orgctl.core.model.value.Failure USAGE if the shape lacks a requested field, the jq expression
     *     is invalid, or the output would omit a value that is shown only once
     */
    public void check(Shape<?> shape) {
        if (presentation.jq() != null) {
            filter();
        }
        if (shape == null) {
            return;
        }
        List<? extends Field<?>> shown = Fields.of(shape, presentation.fields());
        Field<?> once = shape.once();
        if (once != null && (presentation.format() == OutputFormat.IDS || !shown.contains(once))) {
            throw Failure.usage(
                    "this would omit the " + once.jsonName() + ", which is shown only once",
                    (presentation.format() == OutputFormat.IDS ? "leave out -o ids" : "name it in --fields")
                            + ", or print it alone with --jq");
        }
        if (presentation.sort() != null) {
            Fields.field(shape, presentation.sort().field());
        }
    }

    /**
     * Writes a result as the presentation specifies.
     *
     * @return whether a list's limit omitted rows
     * @throws io.github.orgctl.core.model.value.Failure USAGE if a field does not exist or the jq expression fails;
     *     nothing is written then, unless the expression failed on a later row
     */
    public boolean write(Result result) {
        try {
            boolean cut = render(result);
            finish();
            return cut;
        } catch (RuntimeException | Error failed) {
            abandon();
            throw failed;
        }
    }

    /**
     * Renders a result without waiting for the reader. {@link #finish} writes the rest.
     *
     * @return whether a list's limit omitted rows
     * @throws Failure BUSY if it was rendered before and part of that is already written
     */
    public boolean render(Result result) {
        if (isUnderWay()) {
            throw new Failure(Failure.Kind.BUSY, "the output is incomplete: the store was busy", "try again");
        }
        lastReference = null;
        spool = null;
        try {
            return result.renderTo(this);
        } catch (UncheckedIOException e) {
            return endUnlessQuit(e);
        } catch (IOException e) {
            return endUnlessQuit(new UncheckedIOException(e));
        }
    }

    /** Writes the rest of the rendered output and waits for the reader. */
    public void finish() {
        try {
            spool.finish();
        } catch (IOException e) {
            endUnlessQuit(new UncheckedIOException(e));
        }
    }

    /** Whether part of a long result is already written, or is being written. */
    public boolean isUnderWay() {
        return spool != null && spool.isUnderWay();
    }

    /** Whether a result contains a value that is shown only once. */
    public boolean isShownOnce(Result result) {
        return result.shape() != null && result.shape().once() != null;
    }

    /** Discards the rest of the rendered output. */
    public void abandon() {
        if (spool != null) {
            spool.abandon();
        }
    }

    /** Returns normally if the user quit the pager, which is not an error. */
    private boolean endUnlessQuit(UncheckedIOException e) {
        if (spool == null || !spool.hasQuit()) {
            throw e;
        }
        return false;
    }

    /**
     * Writes the result of a completed change, which can't be repeated. If the jq expression fails, the whole result is
     * written without it.
     *
     * @return whether a list's limit omitted rows
     * @throws Failure IO if the expression failed; the result was written without it
     */
    public boolean writeDone(Result result) {
        if (presentation.jq() == null) {
            return write(result);
        }
        try {
            return writeWhole(result);
        } catch (Failure | StackOverflowError | OutOfMemoryError failure) {
            new Output(out, presentation.withoutJq(), size, holding).write(result);
            throw new Failure(
                    Failure.Kind.IO,
                    String.valueOf(failure.getMessage()),
                    "the whole result was written instead",
                    failure);
        }
    }

    /**
     * Writes a result completely or, if it can't be rendered, not at all.
     *
     * @return whether a list's limit omitted rows
     */
    public boolean writeWhole(Result result) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Output attempt = new Output(whole, presentation.withoutPager(), size, holding);
        boolean cut = attempt.write(result);
        lastReference = attempt.lastReference;
        table = attempt.table;
        try {
            out.write(whole.toByteArray());
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cut;
    }

    /** Names of fields omitted from the last list for lack of space. */
    public List<String> hiddenFields() {
        return table == null ? List.of() : table.hidden();
    }

    /** Reference of the last row written, for {@code --after}; null if there were no rows. */
    public String lastReference() {
        return lastReference;
    }

    /**
     * Renders more rows of the same shape after those rendered before; {@link #pass} writes them.
     *
     * @throws Failure USAGE if the format can't be written incrementally
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
        // A verb has a single shape.
        @SuppressWarnings("unchecked")
        Renderer<T> renderer = (Renderer<T>) ongoing;
        more.rows().forEach(new Renderer.Feed<>(renderer));
        renderer.end();
    }

    /** Writes the rows rendered by {@link #goOn} immediately. */
    public void pass() {
        try {
            spool.pass();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> Renderer<T> endless(Shape<T> shape) throws IOException {
        return switch (presentation.format()) {
            case JSON, YAML ->
                throw Failure.usage(
                        "an endless list can't be written as " + presentation.format(), "use -o ndjson instead");
            case TABLE -> table(shape, true, direct());
            case NDJSON, CSV, TSV, IDS -> renderer(shape, JqLines.Input.ROW);
        };
    }

    <T> boolean renderMany(Result.Many<T> many) throws IOException {
        Watched<T> rows = new Watched<>(
                presentation.sort() == null
                        ? many.rows()
                        : Rows.sorted(many.shape(), many.rows(), presentation.sort()));
        boolean cut = renderer(many.shape(), JqLines.Input.LIST).many(rows);
        lastReference = rows.last == null ? null : many.shape().reference(rows.last);
        return cut;
    }

    <T> void renderOne(Result.One<T> one) throws IOException {
        renderer(one.shape(), JqLines.Input.ONE).one(one.row());
    }

    <T> void renderBare(Result.Bare<T> bare) throws IOException {
        if (!presentation.format().isForPeople() || presentation.fields() != null) {
            renderer(bare.shape(), JqLines.Input.ONE).one(bare.row());
            return;
        }
        String text = presentation.terminal() ? Visible.block(bare.text()) : bare.text();
        new TextOut(direct()).append(text).append('\n').flush();
    }

    void renderTree(Result.Tree tree) throws IOException {
        if (presentation.fields() != null) {
            throw Failure.usage("--fields does not apply to a tree", "leave out --fields or --tree");
        }
        List<Field<Configuration>> branches = Branch.allOf(tree.configuration());
        Renderer<Configuration> renderer =
                switch (presentation.format()) {
                    case TABLE, YAML -> new YamlDocument<>(branches, direct());
                    case JSON, NDJSON -> json(branches, JqLines.Input.ONE);
                    case CSV, TSV, IDS ->
                        throw Failure.usage(
                                "a tree can't be written as " + presentation.format(),
                                "leave out --tree, or use -o json or -o yaml");
                };
        renderer.one(tree.configuration());
    }

    void renderLines(Result.Lines lines) throws IOException {
        OutputStream to = direct();
        lines.lines().forEach(line -> {
            try {
                to.write(line);
                to.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    void renderBytes(Result.Bytes bytes) throws IOException {
        bytes.content().writeTo(direct());
    }

    void renderPlain(Result.Plain plain) throws IOException {
        TextOut text =
                new TextOut(direct()).append(presentation.terminal() ? Visible.block(plain.text()) : plain.text());
        boolean isExact = plain.isExact() && !presentation.terminal();
        if (!isExact && !plain.text().isEmpty() && !plain.text().endsWith("\n")) {
            text.append('\n');
        }
        text.flush();
    }

    private <T> Renderer<T> renderer(Shape<T> shape, JqLines.Input input) throws IOException {
        List<String> names = presentation.fields();
        return switch (presentation.format()) {
            case TABLE -> table(shape, input == JqLines.Input.LIST, paged());
            case JSON, NDJSON -> json(Fields.of(shape, names), input);
            case YAML -> new YamlDocument<>(Fields.of(shape, names), direct());
            case CSV -> separated(Separated.Kind.COMMA, shape);
            case TSV -> separated(Separated.Kind.TAB, shape);
            case IDS -> new Ids<>(shape, new TextOut(direct()));
        };
    }

    private <T> Renderer<T> json(List<Field<T>> fields, JqLines.Input input) throws IOException {
        boolean lines = presentation.format() == OutputFormat.NDJSON;
        if (presentation.jq() != null) {
            Sink filter = new JqLines(filter(), lines ? JqLines.Input.ROW : input, out);
            return new JsonLines<>(fields, JsonStream.compact(through(filter, true)));
        }
        return lines
                ? new JsonLines<>(fields, JsonStream.compact(direct()))
                : new Document<>(fields, JsonStream.indented(direct()));
    }

    private <T> Renderer<T> separated(Separated.Kind kind, Shape<T> shape) {
        List<Field<T>> fields = Fields.of(shape, presentation.fields());
        return new Separated<>(kind, fields, presentation.header(), presentation.csvSafe(), new TextOut(direct()));
    }

    private <T> Renderer<T> table(Shape<T> shape, boolean list, OutputStream to) {
        TerminalSize bounds = presentation.terminal() ? size : null;
        if (!list) {
            return new Details<>(Fields.of(shape, presentation.fields()), presentation, bounds, new TextOut(to));
        }
        List<String> names = presentation.fields() == null ? presentation.columns() : presentation.fields();
        Table<T> made = new Table<>(
                Fields.ofTable(shape, names), names != null, shape.once(), presentation, bounds, new TextOut(to));
        table = made;
        return made;
    }

    private OutputStream paged() {
        return presentation.terminal() && presentation.pager() != null
                ? through(new Pager(presentation.pager(), size, out, holding), false)
                : direct();
    }

    private OutputStream direct() {
        return through(new Direct(out), false);
    }

    private OutputStream through(Sink sink, boolean deep) {
        spool = new Spool(sink, deep);
        return spool;
    }

    private JqFilter filter() {
        if (filter == null) {
            filter = JqFilter.compile(presentation.jq());
        }
        return filter;
    }

    /** Remembers the last row. */
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
