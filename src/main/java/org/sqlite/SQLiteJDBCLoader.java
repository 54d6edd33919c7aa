package org.sqlite;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.util.LibraryLoaderUtil;
import org.sqlite.util.OSInfo;

/**
 * Loads SQLite's native library from where the installation has it unpacked; only where that can't be, as on musl or
 * on a rarer processor, from a temporary copy of what the jar holds.
 *
 * <p>The driver's own loader makes that copy for each process, or asks for a folder by a system property, and either
 * way lists the temporary folder first.
 */
public class SQLiteJDBCLoader {
    /** The driver whose classes are replaced. */
    static final String VERSION = "3.54.1.0";

    private static boolean loaded;

    /** Makes the native library available; later calls do nothing. */
    public static synchronized boolean initialize() throws Exception {
        if (!loaded) {
            if (!loadInstalled(System.getProperty("orgctl.home"))) {
                loadFromJar();
            }
            loaded = true;
        }
        return true;
    }

    /** The library is always native: there is no other since version 3.7 of the driver. */
    public static boolean isNativeMode() throws Exception {
        return initialize();
    }

    public static int getMajorVersion() {
        return 3;
    }

    public static int getMinorVersion() {
        return 54;
    }

    public static String getVersion() {
        return VERSION;
    }

    private static boolean loadInstalled(String home) {
        if (home == null) {
            return false;
        }
        boolean mac = File.separatorChar == '/' && System.getProperty("os.name").startsWith("Mac");
        String os = mac ? "Mac" : "Linux";
        String arch = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
        String name = mac ? "libsqlitejdbc.dylib" : "libsqlitejdbc.so";
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

    private static void loadFromJar() throws IOException, NativeLibraryNotFoundException {
        String name = LibraryLoaderUtil.getNativeLibName();
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new NativeLibraryNotFoundException(
                        "no native library of SQLite for " + OSInfo.getNativeLibFolderPathForCurrentOS());
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
        }
    }
}
