package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.OutputFile;
import io.github.orgctl.cli.host.PrivateFile;
import io.github.orgctl.cli.host.WrittenFile;
import io.github.orgctl.cli.host.WrittenFolder;
import io.github.orgctl.cli.output.Result;
import io.github.orgctl.cli.settings.Selection;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Answer of a verb: a result for standard output with its notices and effects. */
public final class Reply {
    private Result result;
    private String made;
    private String inspection;
    private final List<String> notices = new ArrayList<>();
    private final List<String> afterwards = new ArrayList<>();
    private BooleanSupplier answer;
    private Selection selection;
    private WrittenFile file;
    private OutputFile outputFile;
    private PrivateFile privateFile;
    private WrittenFolder folder;
    private Runnable onceKept;
    private String emptyNotice;
    private Failure failure;
    private boolean ofChange;
    private boolean dryRun;
    private boolean previewed;

    private Reply(Result result) {
        this.result = result;
    }

    public static <T> Reply one(Shape<T> shape, T row) {
        return new Reply(new Result.One<>(shape, row));
    }

    /** One resource, of which a table shows one text alone. */
    public static <T> Reply bare(Shape<T> shape, T row, String text) {
        return new Reply(new Result.Bare<>(shape, row, text));
    }

    public static <T> Reply many(Shape<T> shape, Listing<T> rows) {
        return new Reply(new Result.Many<>(shape, rows));
    }

    public static Reply text(String text) {
        return new Reply(new Result.Plain(text));
    }

    /** Lines in UTF-8, the same in every format. */
    public static Reply lines(Listing<byte[]> lines) {
        return new Reply(new Result.Lines(lines));
    }

    /** A configuration by the segments of its keys. */
    public static Reply tree(Configuration configuration) {
        return new Reply(new Result.Tree(configuration));
    }

    /** Nothing on standard output. */
    public static Reply nothing() {
        return text("");
    }

    /** Adds a line for standard error, such as what to do next. */
    public Reply notice(String line) {
        notices.add(line);
        return this;
    }

    /** Adds a line for standard error if something holds. */
    public Reply noticeIf(boolean condition, String line) {
        return condition ? notice(line) : this;
    }

    /** Adds lines for standard error. */
    public Reply notices(List<String> lines) {
        notices.addAll(lines);
        return this;
    }

    /** Says something where a list turns out to be empty, in formats for people. */
    public Reply ifEmpty(String line) {
        emptyNotice = line;
        return this;
    }

    /** Adds a line that is true only once the change is kept. */
    public Reply afterwards(boolean condition, String line) {
        if (condition) {
            afterwards.add(line);
        }
        return this;
    }

    /** Exits with 1 unless the answer is yes. */
    public Reply answering(boolean yes) {
        return answering(() -> yes);
    }

    /** Exits with 1 unless the answer is yes, which is only known when the whole result was written. */
    public Reply answering(BooleanSupplier yes) {
        answer = yes;
        return this;
    }

    /** Ends with this failure once the result is written; null for none. */
    public Reply failing(Failure afterwards) {
        failure = afterwards;
        return this;
    }

    /** Makes something the current organization or project, once the transaction is through; null for nothing. */
    public Reply selecting(Selection chosen) {
        selection = chosen;
        return this;
    }

    /** Writes a file. */
    public Reply writing(WrittenFile written) {
        file = written;
        return this;
    }

    /** Streams the result into a file instead of standard output; null for standard output. */
    public Reply into(OutputFile target) {
        outputFile = target;
        return this;
    }

    /** Writes a file that only its owner may read; null for none. */
    public Reply keeping(PrivateFile kept) {
        privateFile = kept;
        return this;
    }

    /** Writes files into a folder. */
    public Reply writing(WrittenFolder written) {
        folder = written;
        return this;
    }

    /** Does something outside the store, once the transaction is through. */
    public Reply onceKept(Runnable action) {
        onceKept = action;
        return this;
    }

    /** Says what was changed, where the result's rows don't name it. */
    public Reply made(String what) {
        made = what;
        return this;
    }

    /** Says whether the user has seen the result before agreeing to it, so that a table on the same terminal would repeat it. */
    public Reply previewedIf(boolean seen) {
        previewed = seen;
        return this;
    }

    boolean isPreviewed() {
        return previewed;
    }

    /** Names the command that shows what was changed, where that is not the noun's {@code show}. */
    public Reply inspection(String command) {
        inspection = command;
        return this;
    }

    /** Takes into memory what it needs of the store. */
    Reply held() {
        result = result.held();
        return this;
    }

    /** Says that it tells of a change, which can't be asked for again. */
    Reply ofChange() {
        ofChange = true;
        return this;
    }

    /** The reply of a dry run, without effects. */
    Reply ofDryRun() {
        dryRun = true;
        selection = null;
        onceKept = null;
        afterwards.clear();
        return notice("dry run: nothing was changed");
    }

    /** Whether it changes anything outside the store. */
    boolean reachesOutside() {
        return selection != null
                || file != null
                || outputFile != null
                || onceKept != null
                || folder != null
                || privateFile != null;
    }

    boolean isOfChange() {
        return ofChange;
    }

    /** Whether nothing is kept. */
    boolean isDryRun() {
        return dryRun;
    }

    Result result() {
        return result;
    }

    /** Description of the change, or null if the result states it. */
    String made() {
        return made;
    }

    /** The command that shows what was changed, or null. */
    String inspection() {
        return inspection;
    }

    /** Notice for an empty list, or null. */
    String emptyNotice() {
        return emptyNotice;
    }

    List<String> notices() {
        notices.addAll(afterwards);
        afterwards.clear();
        return notices;
    }

    /** Failure to end with, or null. */
    Failure failure() {
        return failure;
    }

    /** To be asked when the result was written. */
    ExitCode exitCode() {
        return answer == null || answer.getAsBoolean() ? ExitCode.DONE : ExitCode.NO;
    }

    /** Effect outside the store, or null. */
    Runnable onceKept() {
        return onceKept;
    }

    Selection selection() {
        return selection;
    }

    /** The file that the result goes to, or null. */
    OutputFile outputFile() {
        return outputFile;
    }

    /** The folder to write files into, or null. */
    WrittenFolder folder() {
        return folder;
    }

    /** The file that only its owner may read, or null. */
    PrivateFile privateFile() {
        return privateFile;
    }

    /** The file to write, or null. */
    WrittenFile file() {
        return file;
    }
}
