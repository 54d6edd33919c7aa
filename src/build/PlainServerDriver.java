import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Copies the classes of PostgreSQL's driver so that they use plainer classes than Java's own, by renaming those in each
 * class's table of constants. The build runs this with {@code java PlainServerDriver.java JAR FOLDER}; the package-info of
 * {@code org.postgresql.plain} says what for and what it rests on.
 */
public final class PlainServerDriver {
    private static final String PACKAGE = "org/postgresql/";
    private static final String PLAIN = PACKAGE + "plain/";
    /** What src/main/java/org/postgresql holds instead. */
    private static final String REPLACED = PACKAGE + "util/LazyCleanerImpl";
    /** Writes to a log, which needs Java's own logger. */
    private static final String LEFT_OUT = PACKAGE + "util/LogWriterHandler";

    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;

    /** A name, in the classes whose names begin so, and what stands there instead. */
    private static final class Rename {
        private final String where;
        private final String from;
        private final String to;
        private boolean applied;

        Rename(String where, String from, String to) {
            this.where = PACKAGE + where;
            this.from = from;
            this.to = to;
        }

        String in(String file, String text) {
            String renamed = file.startsWith(where) ? text.replace(from, to) : text;
            applied |= !renamed.equals(text);
            return renamed;
        }
    }

    private final List<Rename> renames = List.of(
            new Rename("", "java/util/logging/Logger", PLAIN + "Logger"),
            new Rename("", "java/util/logging/Level", PLAIN + "Level"),
            new Rename("core/ServerVersion", "java/text/NumberFormat", PLAIN + "NumberFormat"),
            new Rename("", "java/util/GregorianCalendar", PLAIN + "Calendar"),
            new Rename("", "java/util/Calendar", PLAIN + "Calendar"),
            new Rename("core/v3/ConnectionFactoryImpl", "java/util/TimeZone", PLAIN + "TimeZone"),
            // No class has a name with a slash, which is found out without looking for it.
            new Rename("jdbc/PgConnection", "java.lang.SecurityManager", "no/SecurityManager"));

    public static void main(String[] arguments) throws IOException {
        new PlainServerDriver().copy(arguments[0], Path.of(arguments[1]));
    }

    private void copy(String jar, Path folder) throws IOException {
        boolean replaces = false;
        try (ZipFile zip = new ZipFile(jar)) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName();
                replaces |= name.startsWith(REPLACED);
                if (!name.startsWith(PACKAGE)
                        || !name.endsWith(".class")
                        || name.startsWith(REPLACED)
                        || name.startsWith(LEFT_OUT)) {
                    continue;
                }
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                try (InputStream stream = zip.getInputStream(entry)) {
                    Files.write(file, renamed(name, stream.readAllBytes()));
                }
            }
        }
        List<String> unapplied = new ArrayList<>();
        for (Rename rename : renames) {
            if (!rename.applied) {
                unapplied.add(rename.from);
            }
        }
        if (!replaces || !unapplied.isEmpty()) {
            throw new IllegalStateException("the driver does not use " + unapplied
                    + " where it did: compare it with src/main/java/org/postgresql");
        }
    }

    /** The class with other names in its table of constants, which stands before all else. */
    private byte[] renamed(String file, byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(result);
        out.writeLong(in.readLong());
        int count = in.readUnsignedShort();
        out.writeShort(count);
        for (int i = 1; i < count; i++) {
            int kind = in.readUnsignedByte();
            out.writeByte(kind);
            if (kind == UTF8) {
                String text = in.readUTF();
                for (Rename rename : renames) {
                    text = rename.in(file, text);
                }
                out.writeUTF(text);
            } else {
                out.write(in.readNBytes(size(kind)));
            }
            if (kind == LONG || kind == DOUBLE) {
                i++;
            }
        }
        out.write(in.readAllBytes());
        return result.toByteArray();
    }

    /** What a constant takes, by its kind, as the specification of class files has them. */
    private static int size(int kind) {
        return switch (kind) {
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case LONG, DOUBLE -> 8;
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            default -> throw new IllegalStateException("unknown constant " + kind);
        };
    }
}
