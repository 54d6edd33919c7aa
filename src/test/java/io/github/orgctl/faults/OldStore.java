package io.github.orgctl.faults;

import io.github.orgctl.core.port.Store;
import io.github.orgctl.store.jdbc.Dialect;
import io.github.orgctl.store.jdbc.Migrations;
import io.github.orgctl.store.jdbc.Session;
import io.github.orgctl.store.postgres.Postgres;
import io.github.orgctl.store.postgres.PostgresAddress;
import io.github.orgctl.store.sqlite.Sqlite;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A store as created by an earlier schema version, with an organization and a project. */
final class OldStore {
    private static final String ORGANIZATION = "'00000000-0000-4000-8000-00000000000a'";
    private static final String PROJECT = "'00000000-0000-4000-8000-00000000000b'";
    private static final String SANDBOX = "'00000000-0000-4000-8000-00000000000c'";
    private static final String LIVE = "'00000000-0000-4000-8000-00000000000d'";

    private OldStore() {}

    /**
     * @param location where no store is yet
     */
    static void make(String location, int version) throws SQLException {
        String[] seen = Migrations.released().subList(0, version).toArray(new String[0]);
        Dialect dialect = location.startsWith("postgresql:")
                ? new Postgres(PostgresAddress.parse(location, Map.of()), null, 5000, new Migrations("postgres", seen))
                : new Sqlite(location, new Migrations("sqlite", seen), 5000);
        Session session = dialect.begin(Store.Purpose.CHANGE);
        try (Statement statement = session.connection.createStatement()) {
            statement.execute(
                    "INSERT INTO organization (id, slug, name, website_url, description, live_writes, projects,"
                            + " revision, created_at, updated_at) VALUES (" + ORGANIZATION
                            + ", 'old', 'Old', '', '', 'developer', 1, 1, 1000, 1000)");
            statement.execute("INSERT INTO project (id, organization_id, slug, name, description, revision, created_at,"
                    + " updated_at) VALUES (" + PROJECT + ", " + ORGANIZATION + ", 'web', 'Web', '', 1, 1000, 1000)");
            statement.execute(environment(SANDBOX, "sandbox", version >= 2 ? 2 : 1));
            statement.execute(environment(LIVE, "live", 1));
            if (version >= 2) {
                configure(statement);
            }
            if (version >= 3) {
                statement.execute("INSERT INTO member (id, organization_id, email, mailbox, role, status, created_at,"
                        + " updated_at) VALUES ('00000000-0000-4000-8000-00000000000e', " + ORGANIZATION
                        + ", 'ann@example.com', 'ann@example.com', 'owner', 'active', 1000, 1000)");
            }
            if (version >= 4) {
                bill(statement);
            }
            if (dialect instanceof Postgres) {
                // A store of that version has no place for the id of a change.
                session.connection.commit();
            } else {
                session.commit();
            }
        } finally {
            session.close();
        }
    }

    private static String environment(String id, String mode, int revision) {
        return "INSERT INTO environment (id, project_id, mode, revision, created_at, updated_at) VALUES (" + id + ", "
                + PROJECT + ", '" + mode + "', " + revision + ", 1000, 1000)";
    }

    private static void configure(Statement statement) throws SQLException {
        statement.execute("INSERT INTO environment_value (environment_id, key, value, created_at, updated_at) VALUES ("
                + SANDBOX + ", 'a', '1', 2000, 2000)");
        statement.execute("INSERT INTO environment_revision (environment_id, number, at, actor, message) VALUES ("
                + SANDBOX + ", 2, 2000, 'os:old', '')");
        statement.execute(
                "INSERT INTO environment_change (environment_id, number, key, secret, value_before, value_after)"
                        + " VALUES (" + SANDBOX + ", 2, 'a', 0, NULL, '1')");
    }

    private static void bill(Statement statement) throws SQLException {
        statement.execute(
                "INSERT INTO billing_account (organization_id, email, legal_name, address, tax_id, payment_days,"
                        + " discount, revision, updated_at) VALUES (" + ORGANIZATION
                        + ", '', '', '', '', 30, '0', 1, 1000)");
        statement.execute("INSERT INTO plan_assignment (organization_id, from_day, plan, currency) VALUES ("
                + ORGANIZATION + ", 0, 'free', 'USD')");
        statement.execute("INSERT INTO project_owner (project_id, from_time, organization_id) VALUES (" + PROJECT
                + ", 1000, " + ORGANIZATION + ")");
        statement.execute("INSERT INTO member_period (organization_id, mailbox, began_at) VALUES (" + ORGANIZATION
                + ", 'ann@example.com', 1000)");
    }
}
