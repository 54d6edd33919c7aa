package io.github.orgctl.cli.verb;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.host.Io;
import io.github.orgctl.core.model.value.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs one line of a batch, without terminals and with captured output. */
final class BatchLine {
    private static final String PREFIX = "orgctl: ";
    private static final JsonFactory JSON = new JsonFactory();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Host host;

    /**
     * @param environment environment of the line
     */
    BatchLine(Host host, Map<String, String> environment) {
        this(host, environment, false);
    }

    /**
     * @param forTerminal whether the output is laid out as on a terminal, of the width in {@code COLUMNS}
     */
    BatchLine(Host host, Map<String, String> environment, boolean forTerminal) {
        Io io = new Io(new Refused(), out, err, false, forTerminal, false);
        this.host = new Host(
                io, environment, host.workingDirectory(), host.clock(), host.ids(), host.credentials(), host.pause());
    }

    LineResult run(long number, List<String> words, LineRunner runner, Batch batch) {
        int exitCode;
        Problem problem = null;
        try {
            exitCode = runner.run(words.toArray(new String[0]), host, batch);
        } catch (RuntimeException | Error thrown) {
            problem = Problem.of(thrown);
            exitCode = problem.exitCode().code();
            if (words.contains("--debug")) {
                thrown.printStackTrace(new PrintWriter(err, true, StandardCharsets.UTF_8));
            }
        }
        String output = out.size() == 0 ? null : out.toString(StandardCharsets.UTF_8);
        boolean isJson = batch.isJson() && (problem == null || isWhole(output));
        return new LineResult(number, exitCode, output, isJson, problem, notices(), batch.isShownOnce());
    }

    /** Whether the output is complete although the line failed, for example a plan that was then refused. */
    private static boolean isWhole(String output) {
        if (output == null) {
            return false;
        }
        try (JsonParser json = JSON.createParser(output)) {
            json.nextToken();
            json.skipChildren();
            return json.nextToken() == null;
        } catch (IOException brokenOff) {
            return false;
        }
    }

    private List<String> notices() {
        List<String> notices = new ArrayList<>();
        for (String line : err.toString(StandardCharsets.UTF_8).split("\n")) {
            if (!line.isEmpty()) {
                notices.add(line.startsWith(PREFIX) ? line.substring(PREFIX.length()) : line);
            }
        }
        return notices;
    }

    /** Standard input of a line, which can't be read. */
    private static final class Refused extends InputStream {
        @Override
        public int read() {
            throw Failure.usage("a line of a batch can't read standard input", "give it a file");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            return read();
        }
    }
}
