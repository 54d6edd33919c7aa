package io.github.orgctl.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbered steps that bring a store's structure up to date. They are never edited once released: a store that has
 * seen one is not shown it again. Each command ends with a semicolon, which stands nowhere else in it; each comment
 * has a line of its own.
 */
public final class Migrations {
    /** In the order of their numbers, which begin at 1. Each exists for each dialect. */
    private static final String[] RELEASED = {
        "0001_organizations_projects_environments",
        "0002_configuration",
        "0003_people",
        "0004_billing",
        "0005_digests",
        "0006_store",
        MailboxMigration.NAME,
        "0008_issuer",
        "0009_epoch",
        "0010_commands",
        "0011_notes",
        "0012_secret_versions",
        "0013_references",
        "0014_usage_by_series",
        "0015_checksums"
    };

    private final String dialect;
    private final String[] names;

    /**
     * @param dialect the folder under {@code db} that holds them
     */
    public Migrations(String dialect) {
        this(dialect, RELEASED);
    }

    public Migrations(String dialect, String... names) {
        this.dialect = dialect;
        this.names = names;
    }

    /** Those that made a store of this version. */
    public Migrations upTo(int version) {
        return new Migrations(dialect, Arrays.copyOf(names, version));
    }

    public static List<String> released() {
        return List.of(RELEASED);
    }

    /** The number of the newest, which is the version of a current store. */
    public int newest() {
        return names.length;
    }

    /** Runs all that a store of this version has not seen, within the connection's transaction. */
    public void run(Connection connection, int version) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int seen = version; seen < names.length; seen++) {
                for (String command : script(names[seen]).split(";")) {
                    if (!command.isBlank()) {
                        statement.execute(command);
                    }
                }
                if (names[seen].equals(MailboxMigration.NAME)) {
                    new MailboxMigration(connection).run();
                }
            }
        }
    }

    /** The names of all tables and indexes that they make. */
    public List<String> relations() {
        List<String> relations = new ArrayList<>();
        for (String name : names) {
            Matcher made =
                    Pattern.compile("CREATE (?:TABLE|(?:UNIQUE )?INDEX) (\\w+)").matcher(script(name));
            while (made.find()) {
                relations.add(made.group(1));
            }
        }
        return relations;
    }

    private String script(String name) {
        String resource = "/db/" + dialect + "/" + name + ".sql";
        try (InputStream stream = Migrations.class.getResourceAsStream(resource)) {
            return withoutComments(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new IllegalStateException(resource, unreadable);
        }
    }

    /** Comments hold punctuation that must not be taken for the end of a command. */
    private static String withoutComments(String script) {
        StringBuilder commands = new StringBuilder(script.length());
        for (String line : script.split("\n")) {
            if (!line.strip().startsWith("--")) {
                commands.append(line).append('\n');
            }
        }
        return commands.toString();
    }
}
