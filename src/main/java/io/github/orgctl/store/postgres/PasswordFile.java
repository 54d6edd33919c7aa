package io.github.orgctl.store.postgres;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Notices;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The password file of {@code psql}. Each line is {@code HOST:PORT:DATABASE:USER:PASSWORD}; {@code *} matches any
 * value, and a backslash escapes the next character.
 */
final class PasswordFile {
    private static final int FIELDS = 4;
    /** Permissions that only the owner may have. */
    static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Path file;
    private final boolean named;

    private final Notices notices;
    private boolean noticed;

    private PasswordFile(Path file, boolean named, Notices notices) {
        this.file = file;
        this.named = named;
        this.notices = notices;
    }

    /**
     * Opens the file named by the URL or {@code PGPASSFILE}, otherwise the one in the home directory.
     *
     * @param notices receives a warning if the file exists but is ignored; may be null
     */
    static PasswordFile of(PostgresAddress address, Notices notices) {
        String name = address.get(PostgresOption.PASSWORD_FILE);
        if (name != null) {
            return new PasswordFile(Path.of(name), true, notices);
        }
        String home = address.environment().getOrDefault("HOME", "");
        return new PasswordFile(Path.of(home, ".pgpass"), false, notices);
    }

    /**
     * Returns the password for a login, or null if the file has none.
     *
     * @throws Failure IO if the file was named explicitly and can't be read
     */
    String find(PostgresAddress address, PostgresAddress.Host host) {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                ignore();
                return null;
            }
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                List<String> fields = fields(line);
                if (fields.size() > FIELDS && fits(fields, address, host)) {
                    return fields.get(FIELDS);
                }
            }
            return null;
        } catch (IOException | UnsupportedOperationException unreadable) {
            if (named) {
                throw new Failure(Failure.Kind.IO, "can't read the password file " + file, unreadable);
            }
            return null;
        }
    }

    private void ignore() {
        if (notices != null && !noticed) {
            noticed = true;
            notices.notice("ignoring " + file + ", which other users can read: chmod 600 " + file);
        }
    }

    private static boolean fits(List<String> fields, PostgresAddress address, PostgresAddress.Host host) {
        boolean local = host.isSocket() && fields.get(0).equals("localhost");
        return (local || fits(fields.get(0), host.name()))
                && fits(fields.get(1), Integer.toString(host.port()))
                && fits(fields.get(2), address.database())
                && fits(fields.get(3), address.user());
    }

    private static boolean fits(String field, String value) {
        return field.equals("*") || field.equals(value);
    }

    /** Returns an empty list for a comment. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        if (line.startsWith("#")) {
            return fields;
        }
        StringBuilder field = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                field.append(line.charAt(++i));
            } else if (c == ':') {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
