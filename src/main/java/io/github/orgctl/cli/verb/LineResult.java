package io.github.orgctl.cli.verb;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.orgctl.cli.output.JsonCopy;
import io.github.orgctl.cli.reply.ExitCode;
import io.github.orgctl.cli.shape.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Result of a line of a batch.
 *
 * @param output null for none
 * @param isJson whether the output is a single JSON value
 * @param problem the failure, or null
 * @param isShownOnce whether the output is shown only once
 */
record LineResult(
        long line,
        int exitCode,
        String output,
        boolean isJson,
        Problem problem,
        List<String> notices,
        boolean isShownOnce) {
    private static final JsonFactory FACTORY = new JsonFactory();

    static LineResult failed(long line, Problem problem) {
        return new LineResult(line, problem.exitCode().code(), null, false, problem, List.of(), false);
    }

    /** Returns a copy without output for a change that was rolled back, so that values shown only once are not used. */
    LineResult withoutOutput() {
        return new LineResult(line, exitCode, null, false, problem, List.of(), false);
    }

    boolean isDone() {
        return exitCode == ExitCode.DONE.code();
    }

    /** As a line of NDJSON. */
    byte[] json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("line", line);
            json.writeNumberField("exitCode", exitCode);
            json.writeFieldName("output");
            writeOutput(json);
            json.writeFieldName("error");
            writeProblem(json);
            json.writeArrayFieldStart("notices");
            for (String notice : notices) {
                json.writeString(notice);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void writeOutput(JsonGenerator json) throws IOException {
        if (output == null) {
            json.writeNull();
        } else if (isJson) {
            JsonCopy.copy(new JsonText(output), json);
        } else {
            json.writeString(output);
        }
    }

    private void writeProblem(JsonGenerator json) throws IOException {
        if (problem == null || problem.message() == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("code", problem.exitCode().jsonName());
        json.writeStringField("message", problem.message());
        json.writeStringField("hint", problem.hint());
        json.writeEndObject();
    }
}
