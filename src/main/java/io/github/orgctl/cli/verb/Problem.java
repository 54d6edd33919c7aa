package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.LinkLoop;
import io.github.orgctl.cli.reply.ExitCode;
import io.github.orgctl.cli.shape.HintSpelling;
import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * How an exception is reported.
 *
 * @param message null to print nothing, because the reader closed the pipe
 * @param hint null for none
 */
record Problem(ExitCode exitCode, String message, String hint) {
    private static final Problem NONE = new Problem(ExitCode.DONE, null, null);

    static Problem of(Throwable thrown) {
        if (thrown instanceof Unshown unshown) {
            return of(unshown);
        }
        if (thrown instanceof Failure failure) {
            return new Problem(exitCode(failure), failure.getMessage(), HintSpelling.of(failure.hint()));
        }
        if (thrown instanceof UncheckedIOException unchecked) {
            // As in `orgctl project list | head -1`.
            return isBrokenPipe(unchecked) ? NONE : new Problem(ExitCode.IO, reason(thrown), null);
        }
        if (thrown instanceof OutOfMemoryError) {
            return new Problem(
                    ExitCode.IO, reason(thrown), "use -o ndjson, which processes a list row by row, also with --jq");
        }
        return new Problem(ExitCode.BUG, reason(thrown), "please report it with the output of --debug");
    }

    /** A loop of symbolic links in a path counts as damage rather than as an I/O error. */
    private static ExitCode exitCode(Failure failure) {
        boolean loop = failure.kind() == Failure.Kind.IO
                && failure.getCause() instanceof IOException cause
                && LinkLoop.isToldBy(cause);
        return loop ? ExitCode.DAMAGED : ExitCode.of(failure.kind());
    }

    /** States first that the change was made, so that nobody repeats it. */
    private static Problem of(Unshown unshown) {
        if (unshown.isPartlyRead() && isBrokenPipe(unshown.getCause())) {
            return NONE;
        }
        return new Problem(
                ExitCode.IO,
                "the change was made (" + unshown.made().what() + "), but " + reason(unshown.getCause()),
                "do not repeat the command; inspect the change with: "
                        + unshown.made().inspection());
    }

    private static boolean isBrokenPipe(Throwable thrown) {
        return thrown instanceof UncheckedIOException unchecked
                && String.valueOf(unchecked.getCause().getMessage()).contains("Broken pipe");
    }

    private static String reason(Throwable thrown) {
        if (thrown instanceof Failure) {
            return thrown.getMessage();
        } else if (thrown instanceof UncheckedIOException unchecked) {
            return "can't write the output: " + unchecked.getCause().getMessage();
        } else if (thrown instanceof OutOfMemoryError) {
            return "not enough memory for the whole result";
        }
        return "a bug in orgctl: " + thrown;
    }
}
