package io.github.orgctl.cli.reply;

import io.github.orgctl.cli.host.OutputFile;
import io.github.orgctl.cli.host.PrivateFile;
import io.github.orgctl.cli.host.WrittenFile;
import io.github.orgctl.cli.host.WrittenFolder;
import io.github.orgctl.cli.output.Result;
import io.github.orgctl.cli.settings.Selection;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.core.port.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A verb's reply: the result for standard output, with notices and side effects. */
public final class Reply {
    private Result result;
    private String made;
    private String inspection;
    private final List<String> notices = new ArrayList<>();
    private final List<String> afterwards = new ArrayList<>();
    private BooleanSupplier answer;
    private Selection selection;
    private Selection renamed;
    private WrittenFile file;
    private OutputFile outputFile;
    private PrivateFile privateFile;
    private WrittenFolder folder;
    private Runnable onceKept;
    private String emptyNotice;
    private Failure failure;
    private boolean scrubbing;
    private boolean purging;
    private boolean ofChange;
    private boolean dryRun;
    private boolean previewed;

    private Reply(Result result) {
        this.result = result;
    }

    public static <T> Reply one(Shape<T> shape, T row) {
        return new Reply(new Result.One<>(shape, row));
    }

    /** One resource that a table shows as a single text. */
    public static <T> Reply bare(Shape<T> shape, T row, String text) {
        return new Reply(new Result.Bare<>(shape, row, text));
    }

    public static <T> Reply many(Shape<T> shape, Listing<T> rows) {
        return new Reply(new Result.Many<>(shape, rows));
    }

    public static Reply text(String text) {
        return new Reply(new Result.Plain(text, false));
    }

    /** Text without an appended line end when written to programs and files. */
    public static Reply exactText(String text) {
        return new Reply(new Result.Plain(text, true));
    }

    /** UTF-8 lines that are the same in every format. */
    public static Reply lines(Listing<byte[]> lines) {
        return new Reply(new Result.Lines(lines));
    }

    /** Bytes that are the same in every format, made while they are written. */
    public static Reply bytes(Result.Bytes.Content content) {
        return new Reply(new Result.Bytes(content));
    }

    /** A configuration, nested by the segments of its keys. */
    public static Reply tree(Configuration configuration) {
        return new Reply(new Result.Tree(configuration));
    }

    /** No result. */
    public static Reply nothing() {
        return text("");
    }

    /** Adds a notice on standard error. */
    public Reply notice(String line) {
        notices.add(line);
        return this;
    }

    /** Adds a notice on a condition. */
    public Reply noticeIf(boolean condition, String line) {
        return condition ? notice(line) : this;
    }

    /** Adds notices on standard error. */
    public Reply notices(List<String> lines) {
        notices.addAll(lines);
        return this;
    }

    /** Sets the notice for an empty list, in formats for people. */
    public Reply ifEmpty(String line) {
        emptyNotice = line;
        return this;
    }

    /** Adds a notice to be shown only after the commit, on a condition. */
    public Reply afterwards(boolean condition, String line) {
        if (condition) {
            afterwards.add(line);
        }
        return this;
    }

    /** Adds notices to be shown only after the commit. */
    public Reply afterwards(List<String> lines) {
        afterwards.addAll(lines);
        return this;
    }

    /** Exits with 1 unless the answer is yes. */
    public Reply answering(boolean yes) {
        return answering(() -> yes);
    }

    /** Exits with 1 unless the answer is yes, evaluated after the result was written. */
    public Reply answering(BooleanSupplier yes) {
        answer = yes;
        return this;
    }

    /** Fails after the result was written; null for no failure. */
    public Reply failing(Failure afterwards) {
        failure = afterwards;
        return this;
    }

    /** Selects the current organization or project after the commit; null for no change. */
    public Reply selecting(Selection chosen) {
        selection = chosen;
        return this;
    }

    /** Updates the user's selection after the commit of a rename or a move. */
    public Reply renaming(Selection now) {
        renamed = now;
        return this;
    }

    /** Writes a file. */
    public Reply writing(WrittenFile written) {
        file = written;
        return this;
    }

    /** Streams the result to a file; null for standard output. */
    public Reply into(OutputFile target) {
        outputFile = target;
        return this;
    }

    /** Writes a file with permissions for its owner only; null for none. */
    public Reply keeping(PrivateFile kept) {
        privateFile = kept;
        return this;
    }

    /** Writes files to a directory. */
    public Reply writing(WrittenFolder written) {
        folder = written;
        return this;
    }

    /** Runs an action outside the store after the commit. */
    public Reply onceKept(Runnable action) {
        onceKept = action;
        return this;
    }

    /** Describes the change, if the result's rows don't name it or it was made outside the store. */
    public Reply made(String what) {
        made = what;
        return this;
    }

    /**
     * Sets whether the result was already shown before a confirmation, so that it is not repeated on the same terminal.
     */
    public Reply previewedIf(boolean seen) {
        previewed = seen;
        return this;
    }

    boolean isPreviewed() {
        return previewed;
    }

    /** Sets the command that shows the change, if it is not the noun's {@code show}. */
    public Reply inspection(String command) {
        inspection = command;
        return this;
    }

    /** Loads everything it needs from the store into memory. */
    public Reply held() {
        result = result.held();
        return this;
    }

    /** Marks the result as that of a change, which can't be repeated. */
    public Reply ofChange() {
        ofChange = true;
        return this;
    }

    /** Requests that deleted content is overwritten in the store's files. */
    public Reply scrubbing(boolean deleted) {
        scrubbing = deleted;
        return this;
    }

    /** Requests that deleted content is overwritten, and fails if that is not possible now. */
    public Reply purging(boolean deleted) {
        purging = deleted;
        return scrubbing(deleted);
    }

    public boolean isScrubbing() {
        return scrubbing;
    }

    /** Sets the outcome of overwriting deleted content. */
    public void scrubbed(Store.Scrub scrub) {
        if (scrub == Store.Scrub.LEFT_TO_SERVER) {
            afterwards.add("deleted values stay in the server's dead rows until a VACUUM, and in its write-ahead log");
        } else if (scrub == Store.Scrub.HELD && purging) {
            failure = new Failure(
                    Failure.Kind.BUSY,
                    "deleted, not yet scrubbed: another process is reading files with the old content",
                    Advice.PURGE_AGAIN.of());
        } else if (scrub == Store.Scrub.HELD) {
            afterwards.add("saved, but deleted versions are not scrubbed yet: another process is reading files"
                    + " with the old content");
        }
    }

    /** Returns the reply of a dry run, without side effects. */
    public Reply ofDryRun() {
        dryRun = true;
        selection = null;
        renamed = null;
        onceKept = null;
        scrubbing = false;
        afterwards.clear();
        return notice("dry run: nothing was changed");
    }

    /** Whether it has side effects outside the store. */
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

    /** Whether it belongs to a dry run. */
    boolean isDryRun() {
        return dryRun;
    }

    public Result result() {
        return result;
    }

    /** Description of the change, or null if the result states it. */
    public String made() {
        return made;
    }

    /** The command that shows the change, or null. */
    public String inspection() {
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
    public Failure failure() {
        return failure;
    }

    /** The exit code, available after the result was written. */
    public ExitCode exitCode() {
        return answer == null || answer.getAsBoolean() ? ExitCode.DONE : ExitCode.NO;
    }

    /** Side effect outside the store, or null. */
    Runnable onceKept() {
        return onceKept;
    }

    Selection selection() {
        return selection;
    }

    /** The renamed organization or project, or null. */
    Selection renamed() {
        return renamed;
    }

    /** Target file of the result, or null. */
    OutputFile outputFile() {
        return outputFile;
    }

    /** Directory to write files to, or null. */
    WrittenFolder folder() {
        return folder;
    }

    /** File with permissions for its owner only, or null. */
    PrivateFile privateFile() {
        return privateFile;
    }

    /** File to write, or null. */
    WrittenFile file() {
        return file;
    }
}
