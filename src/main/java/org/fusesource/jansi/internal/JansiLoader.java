package org.fusesource.jansi.internal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Loads Jansi's native library from where the installation has it unpacked; only where that can't be, as on Windows or on
 * a rarer processor, from a temporary copy of what the jar holds.
 *
 * <p>Jansi's own loader starts a thread that looks through the temporary folder, and reads names and versions with
 * patterns: a terminal's size took every command 20 ms.
 */
public class JansiLoader {
    /** The version of Jansi whose class is replaced. */
    static final String VERSION = "2.4.3";

    private static boolean loaded;

    /** Makes the native library available; later calls do nothing. */
    public static synchronized boolean initialize() {
        if (!loaded) {
            if (!loadInstalled(System.getProperty("orgctl.home"))) {
                loadFromJar();
            }
            loaded = true;
        }
        return true;
    }

    private static boolean loadInstalled(String home) {
        if (home == null) {
            return false;
        }
        boolean mac = File.separatorChar == '/' && System.getProperty("os.name").startsWith("Mac");
        String os = mac ? "Mac" : "Linux";
        String arch = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
        String name = mac ? "libjansi.jnilib" : "libjansi.so";
        File library = new File(home + "/lib/native/" + os + "/" + arch + "/" + name);
        if (!library.exists()) {
            return false;
        }
        try {
            System.load(library.getAbsolutePath());
            return true;
        } catch (UnsatisfiedLinkError e) {
            // Made for another C library, processor or system: the jar has those.
            return false;
        }
    }

    private static void loadFromJar() {
        String system = System.mapLibraryName("jansi");
        String name = system.endsWith(".dylib") ? "libjansi.jnilib" : system;
        String resource = "native/" + OSInfo.getNativeLibFolderPathForCurrentOS() + "/" + name;
        try (InputStream in = JansiLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new UnsatisfiedLinkError("no native library of Jansi in " + resource);
            }
            // Readable and writable by the user alone, so that nobody can slip in another.
            Path copy = Files.createTempFile("orgctl-", "-" + name);
            copy.toFile().deleteOnExit();
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            System.load(copy.toString());
            if (File.separatorChar == '/') {
                // Mapped already, and the process may end by halting.
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UnsatisfiedLinkError("can't unpack " + resource + ": " + e.getMessage());
        }
    }
}
