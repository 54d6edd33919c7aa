package io.github.orgctl.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.orgctl.core.model.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Tells what went wrong, and chooses the exit code: the one place where exceptions end. */
final class ErrorReporter {
    private final Messages messages;
    private final boolean json;
    private final boolean debug;

    /**
     * @param json whether errors are told as JSON
     * @param debug whether stack traces are shown
     */
    ErrorReporter(Messages messages, boolean json, boolean debug) {
        this.messages = messages;
        this.json = json;
        this.debug = debug;
    }

    ExitCode report(Throwable thrown) {
        if (debug) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            messages.write(trace.toString());
        }
        if (thrown instanceof Failure failure) {
            return tell(ExitCode.of(failure.kind()), failure.getMessage(), failure.hint());
        }
        if (thrown instanceof UncheckedIOException unchecked) {
            return tellWriting(unchecked.getCause());
        }
        if (thrown instanceof OutOfMemoryError) {
            return tell(
                    ExitCode.IO,
                    "there is not enough memory for the result as one piece",
                    "-o ndjson takes a list row by row, and --jq with it as well");
        }
        return tell(
                ExitCode.BUG,
                "a bug in orgctl: " + thrown,
                "please report it with what --debug shows; nothing was changed by this command");
    }

    private ExitCode tellWriting(IOException exception) {
        String reason = String.valueOf(exception.getMessage());
        if (reason.contains("Broken pipe")) {
            // Whoever read our output has seen enough, as in `orgctl project list | head -1`.
            return ExitCode.DONE;
        }
        return tell(ExitCode.IO, "can't write the output: " + reason, null);
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
