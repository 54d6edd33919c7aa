package io.github.orgctl.cli.startup;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The archive of classes of this installation with this Java, in the user's cache.
 *
 * <p>Its folder is named by the launcher and holds {@code orgctl.jsa}, the archive; {@code flags}, the virtual
 * machine's options to use it, with what it was made for; {@code java}, a link to that; {@code checked-} and a boot of
 * the machine, during which the archive was found whole; and after a try that did not succeed {@code attempt}, so that
 * not every command tries again. Nothing counts without {@code flags}, which are therefore put in place last.
 */
public final class Archive {
    /** The hidden command that makes the archive and waits for it. */
    public static final String COMMAND = "__archive";

    /** The hidden command that runs what the classes of the archive are learned from. */
    public static final String TRAINING = "__train";

    private static final String CHECKED = "checked-";
    private static final long LONGEST_BUILD_MILLIS = 2 * 60 * 1000L;
    private static final long RETRY_MILLIS = 24 * 60 * 60 * 1000L;

    /** States of an installation's class archive. */
    public enum State {
        /** Not started by the launcher, or told to do without. */
        OFF,
        /** Not made yet: every command starts slowly. */
        NONE,
        /** Made for another Java or another version of the program: the same. */
        STALE,
        /** In use. */
        CURRENT
    }

    private Archive() {}

    /** The state of the archive that this process was started with. */
    public static State state() {
        String trained = System.getProperty("orgctl.trained");
        if (folder() == null) {
            return State.OFF;
        } else if (trained == null) {
            return State.NONE;
        }
        return trained.equals(target()) && isInUse() ? State.CURRENT : State.STALE;
    }

    /** Java says nothing about an archive that it rejects, but says of itself whether it uses one. */
    private static boolean isInUse() {
        return System.getProperty("java.vm.info", "").contains("sharing");
    }

    /** The folder of the archive, or null where there is none to be. */
    public static String folder() {
        return System.getProperty("orgctl.archive");
    }

    /** Whether the last try to make one did not succeed; the next is a day later, or when Java or the program change. */
    public static boolean failed() {
        if (folder() == null) {
            return false;
        }
        File attempt = new File(folder(), "attempt");
        boolean mayBeUnderWay = System.currentTimeMillis() - attempt.lastModified() < LONGEST_BUILD_MILLIS;
        return !mayBeUnderWay && triedLately(attempt);
    }

    /**
     * Has the archive made in a process of its own where it is missing or does not fit, and returns at once. To be
     * called at the end of a command: it costs nothing where the archive fits, and never fails.
     */
    public static void refreshInBackground() {
        State state = state();
        if (state == State.CURRENT) {
            noteChecked();
        }
        if (state == State.OFF || state == State.CURRENT) {
            return;
        }
        File attempt = new File(folder(), "attempt");
        if (triedLately(attempt)) {
            return;
        }
        try {
            Files.writeString(createFolder().resolve("attempt"), target());
            new Jvm().orgctl(COMMAND).start();
        } catch (IOException | UnsupportedOperationException e) {
            // A cache that can't be written: the program works without.
        }
    }

    /** Makes the archive and waits for it. Returns whether there is one now. */
    public static boolean build() throws IOException, InterruptedException {
        if (folder() == null) {
            return false;
        }
        Path folder = Path.of(folder());
        Path attempt = folder.resolve("attempt");
        String target = target();
        Path work = Files.createTempDirectory(createFolder(), "build");
        if (!triedLately(attempt.toFile())) {
            // The commands that it is trained with find no archive, and would have another one made.
            Files.writeString(attempt, target);
        }
        Jvm jvm = new Jvm();
        // An interrupted try says nothing about the next.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            jvm.stop();
            delete(work);
            attempt.toFile().delete();
        }));
        try {
            Path classes = work.resolve("classes");
            Path archive = work.resolve("orgctl.jsa");
            Path flags = work.resolve("flags");
            Path inUse = folder.resolve("orgctl.jsa");
            Path options = Files.writeString(work.resolve("options"), jvm.options());
            if (!jvm.train(options, target, classes) || !jvm.dump(options, classes, archive)) {
                return false;
            }
            // On disk before it is in use: after a power failure half an archive would crash every command.
            try (FileChannel written = FileChannel.open(archive, StandardOpenOption.READ)) {
                written.force(true);
            }
            Files.writeString(flags, jvm.flags(inUse, target));
            // Commands that run meanwhile keep the file that they have mapped: it is replaced, never written to.
            linkJava(folder.resolve("java"));
            Files.move(archive, inUse, StandardCopyOption.ATOMIC_MOVE);
            Files.move(flags, folder.resolve("flags"), StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(attempt);
            deleteOlderBuilds(folder);
            return true;
        } finally {
            delete(work);
        }
    }

    /** Where the launcher had the archive checked, it was found whole, being in use: once is enough until the next boot. */
    private static void noteChecked() {
        String boot = System.getProperty("orgctl.check");
        if (boot == null) {
            return;
        }
        try {
            for (File file : filesIn(new File(folder()))) {
                if (file.getName().startsWith(CHECKED)) {
                    file.delete();
                }
            }
            new File(folder(), CHECKED + boot).createNewFile();
        } catch (IOException e) {
            // A cache that can't be written: it is checked again.
        }
    }

    /** Lets the launcher see whether the Java that it found is still this one. */
    private static void linkJava(Path link) throws IOException {
        String launchers = "/orgctl" + System.getProperty("orgctl.home") + "/with";
        String path = link.getParent().getParent().toString();
        int start = path.indexOf(launchers);
        if (start < 0) {
            // The archive of a package, whose Java can't become another.
            return;
        }
        Path java = Path.of(path.substring(start + launchers.length()));
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, java.toRealPath());
    }

    /** The virtual machine and jar that an archive must match. */
    private static String target() {
        File jar = new File(jar());
        return System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version") + " " + jar.length()
                + " " + jar.lastModified();
    }

    /** Kept here, since a class that is on the usual path but not in the archive costs 10 ms: the jar is opened. */
    static String jar() {
        return System.getProperty("orgctl.home") + "/lib/orgctl.jar";
    }

    /** The folder is the user's alone, since what is in it decides what the virtual machine does. */
    private static Path createFolder() throws IOException {
        FileAttribute<?> mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        return Files.createDirectories(Path.of(folder()), mine);
    }

    private static boolean triedLately(File attempt) {
        try {
            return System.currentTimeMillis() - attempt.lastModified() < RETRY_MILLIS
                    && Files.readString(attempt.toPath()).equals(target());
        } catch (IOException e) {
            return false;
        }
    }

    /** Those of the same installation with the same Java: commands that still run keep the file that they have mapped. */
    private static void deleteOlderBuilds(Path folder) {
        for (File build : filesIn(folder.getParent().toFile())) {
            if (!build.equals(folder.toFile())) {
                delete(build.toPath());
            }
        }
    }

    private static void delete(Path folder) {
        for (File file : filesIn(folder.toFile())) {
            file.delete();
        }
        folder.toFile().delete();
    }

    private static File[] filesIn(File folder) {
        File[] files = folder.listFiles();
        return files == null ? new File[0] : files;
    }
}
