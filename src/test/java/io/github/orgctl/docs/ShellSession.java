package io.github.orgctl.docs;

import io.github.orgctl.packaged.SharedArchive;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A bash that runs one command after the other, in a home folder of its own, as a reader of a page would. */
final class ShellSession implements AutoCloseable {
    private static final char END = '\u001e';

    /** Maven is what builds the program that is tested here: only that it is called in a way we know is checked. */
    private static final String PRELUDE = """
            mvn() {
                case "$*" in
                '-q package -DskipTests' | verify) ;;
                *) echo "mvn $*: not a known build command"; return 1 ;;
                esac
            }
            code=0
            """;

    private final Path home;
    private final Path distribution;
    private final Process process;
    private final OutputStream in;
    private final InputStream out;

    /** What a command printed on both streams, and its exit code. */
    record Run(String output, int exitCode) {}

    /**
     * @param home a folder that exists; the commands run in a clone below it, which holds the built program
     * @param onPath whether the program can be called by its name from the beginning
     */
    ShellSession(Path home, boolean onPath) throws IOException, InterruptedException {
        this.home = home.toRealPath();
        Path built = Path.of(System.getProperty("orgctl.distribution")).toAbsolutePath();
        Path clone = this.home.resolve("orgctl");
        distribution = Files.createDirectories(clone.resolve("target")).resolve("orgctl");
        Files.createSymbolicLink(distribution, built);
        ProcessBuilder builder = new ProcessBuilder("bash", "--noprofile", "--norc")
                .directory(clone.toFile())
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("HOME", this.home.toString());
        environment.put("PATH", (onPath ? built.resolve("bin") + ":" : "") + "/usr/local/bin:/usr/bin:/bin");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("TERM", "dumb");
        environment.put("USER", "you");
        environment.put("XDG_CACHE_HOME", SharedArchive.cache().toString());
        process = builder.start();
        in = process.getOutputStream();
        out = process.getInputStream();
        send(PRELUDE);
    }

    /** Runs a command in the session itself, so that it can change folders and set variables. */
    Run run(String command) throws IOException {
        // The command sees the exit code of the one before in $?, and nobody at its standard input.
        send("(exit $code); eval " + quoted(command) + " </dev/null\ncode=$?; printf '" + END + "%d\\n' $code\n");
        String output = readUntil(END);
        int exitCode = Integer.parseInt(readUntil('\n'));
        return new Run(output.replace(home.toString(), "/home/you"), exitCode);
    }

    /** Runs a script in a shell of its own, which stops at the first command that fails. */
    Run runScript(String shell, String script) throws IOException {
        return switch (shell) {
            case "sh", "bash" -> run("bash -euc " + quoted(script));
            case "zsh" -> run("zsh -fec " + quoted(script));
            case "fish" -> run("fish --no-config -c " + quoted(script));
            default -> throw new IllegalArgumentException(shell);
        };
    }

    boolean has(String program) throws IOException {
        return run("command -v " + program).exitCode() == 0;
    }

    private void send(String text) throws IOException {
        in.write(text.getBytes(StandardCharsets.UTF_8));
        in.flush();
    }

    private String readUntil(char end) throws IOException {
        StringBuilder bytes = new StringBuilder();
        for (int b = out.read(); b != end; b = out.read()) {
            if (b < 0) {
                throw new IOException("the shell has ended; it printed: " + bytes);
            }
            bytes.append((char) b);
        }
        return new String(bytes.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        Files.delete(distribution);
    }
}
