package io.github.orgctl.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A file of commands with what each has to answer. docs/testing.md describes the format.
 *
 * @param engine the only one that it is about, or null where it has the same outcome on each
 */
public record Script(Path file, Engine engine, List<Step> steps) {
    /** What holds the store. */
    public enum Engine {
        SQLITE,
        POSTGRESQL;

        private final String header = "engine " + name().toLowerCase(Locale.ROOT);
    }

    private static final String STDERR = "! ";

    /**
     * @throws IllegalArgumentException when it is malformed or runs no command
     */
    public static Script read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        Engine engine = engine(lines);
        List<Step> steps = new ArrayList<>();
        for (int i = engine == null ? 0 : 1; i < lines.size(); i++) {
            int end = i;
            while (end < lines.size() && !lines.get(end).isEmpty()) {
                end++;
            }
            if (end > i && !lines.get(i).startsWith("#")) {
                steps.add(step(file, i + 1, lines.get(i), lines.subList(i + 1, end)));
            }
            i = end;
        }
        if (steps.stream().noneMatch(step -> step instanceof Step.Command command && !command.shell())) {
            throw new IllegalArgumentException(file + " runs no command");
        }
        return new Script(file, engine, List.copyOf(steps));
    }

    private static Engine engine(List<String> lines) {
        for (Engine engine : Engine.values()) {
            if (!lines.isEmpty() && lines.get(0).equals(engine.header)) {
                return engine;
            }
        }
        return null;
    }

    /** Whether it is to pass there. */
    public boolean isFor(Engine other) {
        return engine == null || engine == other;
    }

    private static Step step(Path file, int line, String head, List<String> body) {
        if (head.startsWith("$ ") || head.startsWith("sh> ")) {
            return command(line, head, new ArrayList<>(body));
        }
        if (head.startsWith("file ")) {
            StringBuilder content = new StringBuilder();
            for (String text : body) {
                content.append(text.strip()).append('\n');
            }
            return new Step.WriteFile(line, head.substring(5), content.toString());
        }
        if (body.isEmpty() && head.startsWith("cd ")) {
            return new Step.Enter(line, head.substring(3));
        }
        if (body.isEmpty() && head.matches("env [A-Z_]+=.*")) {
            int equals = head.indexOf('=');
            return new Step.SetVariable(line, head.substring(4, equals), head.substring(equals + 1));
        }
        throw new IllegalArgumentException(file + ":" + line + ": a block begins with '$ ', 'sh> ', 'file ', 'env ' or"
                + " 'cd ' and ends with an empty line, but here is: " + head);
    }

    private static Step command(int line, String head, List<String> body) {
        int exit = 0;
        if (!body.isEmpty() && body.get(body.size() - 1).matches("\\[exit \\d+]")) {
            exit = Integer.parseInt(body.remove(body.size() - 1).replaceAll("\\D", ""));
        }
        List<String> out = new ArrayList<>();
        List<String> err = new ArrayList<>();
        for (String text : body) {
            if (text.startsWith(STDERR)) {
                err.add(text.substring(STDERR.length()));
            } else {
                out.add(text.equals("<empty>") ? "" : text);
            }
        }
        boolean shell = head.startsWith("sh> ");
        return new Step.Command(line, shell, head.substring(shell ? 4 : 2), out, err, exit);
    }
}
