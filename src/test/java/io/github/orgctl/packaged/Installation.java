package io.github.orgctl.packaged;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The packaged program, run by its launcher in an environment of its own. */
public final class Installation {
    private static final long LIMIT_SECONDS = 180;

    public final Path home;
    final Path cache;
    public final Map<String, String> env = new TreeMap<>();
    public Path workingDirectory;

    /** What a run left behind. */
    public record Run(int exit, String out, String err) {}

    /** With a cache of its own, where nothing is yet. */
    Installation(Path home, Path scratch) {
        this(home, scratch, scratch.resolve("cache"));
    }

    private Installation(Path home, Path scratch, Path cache) {
        this.home = home;
        this.cache = cache;
        this.workingDirectory = scratch;
        env.put("PATH", "/usr/bin:/bin");
        env.put("HOME", scratch.toString());
        env.put("USER", "tester");
        env.put("HOSTNAME", "box");
        env.put("XDG_CACHE_HOME", cache.toString());
        env.put("JAVA_HOME", System.getProperty("java.home"));
    }

    /** The one that the build has just made: with the profile {@code dist} it has a Java runtime of its own. */
    static Path built() {
        return Path.of(System.getProperty("orgctl.distribution")).toAbsolutePath();
    }

    /** That one with the archive of its classes, as at any start but the first. */
    public static Installation archived(Path scratch) throws IOException, InterruptedException {
        return new Installation(built(), scratch, SharedArchive.cache());
    }

    /** A copy of the one that the build has made, which a test may change. */
    static Path copyTo(Path target) throws IOException {
        return copy(built(), target);
    }

    /** Has it run on the Java that its environment offers. */
    static Path copyWithoutRuntime(Path target) throws IOException {
        copyTo(target);
        Path runtime = target.resolve("runtime");
        if (Files.isDirectory(runtime)) {
            try (var files = Files.walk(runtime)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return target;
    }

    /** Copies a folder, with the times and rights of what is in it, and with links as links. */
    public static Path copy(Path source, Path target) throws IOException {
        Files.createDirectories(target);
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attrs) throws IOException {
                Path copy = target.resolve(source.relativize(dir));
                if (!Files.exists(copy)) {
                    Files.copy(dir, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attrs) throws IOException {
                Path copy = target.resolve(source.relativize(file));
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }
        });
        return target;
    }

    /** Where the launcher looks for the archive. */
    Path archiveFolder() throws IOException {
        return Path.of(cache + "/orgctl" + home + "/with" + java() + "/" + build());
    }

    /** The one that the launcher starts. */
    Path java() {
        Path runtime = home.resolve("runtime");
        return (Files.isDirectory(runtime) ? runtime : Path.of(env.get("JAVA_HOME"))).resolve("bin/java");
    }

    private String build() throws IOException {
        Path file = home.resolve("lib/build");
        return Files.exists(file) ? Files.readString(file).strip().substring("my_build=".length()) : "unnamed";
    }

    /** Runs a command that has to succeed. */
    public Run must(String... arguments) throws IOException, InterruptedException {
        Run run = run(arguments);
        if (run.exit() != 0) {
            throw new AssertionError(List.of(arguments) + ": " + run);
        }
        return run;
    }

    public Run run(String... arguments) throws IOException, InterruptedException {
        return runAs(home.resolve("bin/orgctl").toString(), arguments);
    }

    public Run runAs(String command, String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of(arguments));
        Path out = Files.createTempFile("orgctl", ".out");
        Path err = Files.createTempFile("orgctl", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(workingDirectory.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(env);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running: " + words);
            }
            return new Run(process.exitValue(), text(out), text(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Starts a command that writes its output and errors to a file, and finds nothing on standard input. */
    public Process start(Path output, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(home.resolve("bin/orgctl").toString()));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(workingDirectory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(env);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
