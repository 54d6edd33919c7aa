package io.github.orgctl.cli.verb;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.orgctl.cli.host.Messages;
import io.github.orgctl.cli.reply.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Reports exceptions and determines the exit code. All exceptions end here. */
public final class ErrorReporter {
    private final Messages messages;
    private final boolean json;
    private final boolean debug;

    /**
     * @param json whether errors are printed as JSON
     * @param debug whether to print stack traces
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
        Problem problem = Problem.of(thrown);
        if (problem.message() != null) {
            tell(problem.exitCode(), problem.message(), problem.hint());
        }
        return problem.exitCode();
    }

    private void tell(ExitCode exitCode, String message, String hint) {
        if (json) {
            messages.write(asJson(exitCode, message, hint));
        } else {
            messages.error(message, hint);
        }
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
