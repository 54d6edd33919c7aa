package io.github.orgctl.cli.startup;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts the virtual machine that this process runs on, with this program's jar, quietly. */
final class Jvm {
    private static final long LIMIT_SECONDS = 120;
    private static final int FEATURE = Runtime.version().feature();

    private final String home = System.getProperty("orgctl.home");
    private volatile Process running;

    /** The program itself, as the launcher starts it without an archive. */
    ProcessBuilder orgctl(String argument) {
        return java(
                "@" + home + "/lib/flags",
                "-Dorgctl.archive=" + Archive.folder(),
                "-Dorgctl.home=" + home,
                "-jar",
                Archive.jar(),
                argument);
    }

    /**
     * Runs typical commands, as they run with an archive for this target, and lists the classes that they load.
     * Returns whether it went well.
     */
    boolean train(Path options, String target, Path classes) throws IOException, InterruptedException {
        return succeeds(java(
                "@" + options,
                "-Xshare:off",
                "-XX:DumpLoadedClassList=" + classes,
                "-Dorgctl.archive=" + Archive.folder(),
                "-Dorgctl.trained=" + target,
                "-Dorgctl.home=" + home,
                "-jar",
                Archive.jar(),
                Archive.TRAINING));
    }

    /** Makes an archive of the listed classes. Returns whether it went well. */
    boolean dump(Path options, Path classes, Path archive) throws IOException, InterruptedException {
        return succeeds(java(
                "@" + options,
                "-Xshare:dump",
                "-XX:SharedClassListFile=" + classes,
                "-XX:SharedArchiveFile=" + archive,
                "-cp",
                Archive.jar()));
    }

    /** The options that an archive is made with and used with, as the text of an argument file. */
    String options() throws IOException {
        String text = Files.readString(Path.of(home, "lib", "flags")) + "-XX:+BytecodeVerificationRemote\n";
        // Before 25 only G1 makes full use of the objects in an archive.
        // With huge pages the heap takes fewer page faults, and 4 MB more memory; with G1 it would be 15 MB.
        text += FEATURE < 25 ? "-XX:-UseSerialGC\n-XX:+UseG1GC\n" : "-XX:+UseTransparentHugePages\n";
        // Before 24 nothing warns about native code, and the option keeps the modules out of the archive.
        return FEATURE >= 24 ? text : text.replace("--enable-native-access=ALL-UNNAMED\n", "");
    }

    /** The options to start with this archive, made for this target. */
    String flags(Path archive, String target) throws IOException {
        return options() + quote("-XX:SharedArchiveFile=" + archive) + quote("-Dorgctl.trained=" + target);
    }

    void stop() {
        Process process = running;
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private static String quote(String option) {
        return '"' + option.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"\n";
    }

    private static ProcessBuilder java(String... arguments) {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(List.of(arguments));
        // Nothing of the calling command may stay open: a pipe's reader would wait, a folder could not be unmounted.
        return new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectInput(new File("/dev/null"))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
    }

    private boolean succeeds(ProcessBuilder builder) throws IOException, InterruptedException {
        running = builder.start();
        if (!running.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            stop();
            return false;
        }
        return running.exitValue() == 0;
    }
}
