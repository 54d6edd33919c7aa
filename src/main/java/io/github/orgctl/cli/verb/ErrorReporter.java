package io.github.orgctl.cli.verb;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.orgctl.cli.host.LinkLoop;
import io.github.orgctl.cli.host.Messages;
import io.github.orgctl.cli.shape.HintSpelling;
import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Tells what went wrong, and chooses the exit code: the one place where exceptions end. */
public final class ErrorReporter {
    private final Messages messages;
    private final boolean json;
    private final boolean debug;

    /**
     * @param json whether errors are told as JSON
     * @param debug whether stack traces are shown
     */
    public ErrorReporter(Messages messages, boolean json, boolean debug) {
        this.messages = messages;
        this.json = json;
        this.debug = debug;
    }

    public ExitCode report(Throwable thrown) {
        if (debug) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            messages.write(trace.toString());
        }
        if (thrown instanceof Unshown unshown) {
            return tellUnshown(unshown);
        }
        if (thrown instanceof Failure failure) {
            return tell(exitCode(failure), failure.getMessage(), HintSpelling.of(failure.hint()));
        }
        if (thrown instanceof UncheckedIOException unchecked) {
            // Whoever read our output has seen enough, as in `orgctl project list | head -1`.
            return isBrokenPipe(unchecked) ? ExitCode.DONE : tell(ExitCode.IO, reason(thrown), null);
        }
        if (thrown instanceof OutOfMemoryError) {
            return tell(
                    ExitCode.IO, reason(thrown), "use -o ndjson, which processes a list row by row, also with --jq");
        }
        return tell(ExitCode.BUG, reason(thrown), "please report it with the output of --debug");
    }

    /** A path that leads nowhere is no error of reading or writing, whoever followed it. */
    private static ExitCode exitCode(Failure failure) {
        boolean loop = failure.kind() == Failure.Kind.IO
                && failure.getCause() instanceof IOException cause
                && LinkLoop.isToldBy(cause);
        return loop ? ExitCode.DAMAGED : ExitCode.of(failure.kind());
    }

    /** Says first of all that the change was made, so that nobody makes it again. */
    private ExitCode tellUnshown(Unshown unshown) {
        if (unshown.isPartlyRead() && isBrokenPipe(unshown.getCause())) {
            return ExitCode.DONE;
        }
        return tell(
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

    private ExitCode tell(ExitCode exitCode, String message, String hint) {
        if (json) {
            messages.write(asJson(exitCode, message, hint));
        } else {
            messages.error(message, hint);
        }
        return exitCode;
    }

    private static String asJson(ExitCode exitCode, String message, String hint) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
            generator.writeStartObject();
            generator.writeObjectFieldStart("error");
            generator.writeStringField("code", exitCode.jsonName());
            generator.writeStringField("message", message);
            generator.writeStringField("hint", hint);
            generator.writeEndObject();
            generator.writeEndObject();
            generator.writeRaw('\n');
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
