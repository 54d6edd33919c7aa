package io.github.orgctl.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.store.PostgresPlace;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of a large organization are read from an index, without sorting all rows. */
@Timeout(120)
class PostgresPlanTest {
    private static final int PROJECTS = 3000;

    @TempDir
    Path folder;

    private PostgresPlace place;
    private CliHarness orgctl;

    @BeforeEach
    void fill() throws SQLException {
        place = PostgresPlace.fresh();
        orgctl = new CliHarness(folder).set("ORGCTL_STORE", place.address() + "&application_name=" + place.schema());
        orgctl.must("org", "create", "Acme");
        orgctl.must("org", "create", "Globex");
        try (Connection connection = place.byHand();
                Statement statement = connection.createStatement()) {
            String numbers = " FROM generate_series(1, " + PROJECTS + ") AS s(n)";
            statement.execute("INSERT INTO project (id, organization_id, slug, name, description, revision, created_at,"
                    + " updated_at) SELECT " + id('a')
                    + ", (SELECT id FROM organization WHERE slug = 'acme'), 'p-' || n, 'P ' || n, '', 1, 1, 1"
                    + numbers);
            for (String mode : new String[] {"sandbox", "live"}) {
                statement.execute(
                        "INSERT INTO environment (id, project_id, mode, revision, created_at, updated_at) SELECT "
                                + id(mode.charAt(1)) + ", " + id('a') + ", '" + mode + "', 1, 1, 1" + numbers);
            }
            recordUsage(statement);
            statement.execute("ANALYZE");
            statement.execute("SET application_name = '" + place.schema() + "'");
        }
    }

    /** Usage of Globex behind that of Acme, each with a series for each of two projects. */
    private void recordUsage(Statement statement) throws SQLException {
        for (String organization : new String[] {"acme", "globex"}) {
            for (String project : new String[] {"web", "shop"}) {
                orgctl.must("project", "create", project, "--org", organization);
                orgctl.must(("billing usage record --metric api --quantity 1 --env " + organization + "/" + project
                                + ":live")
                        .split(" "));
            }
            statement.execute("INSERT INTO usage_record (series, environment, at, quantity)"
                    + " SELECT s.number, s.environment, n, 1 FROM generate_series(1, " + PROJECTS + ") AS g(n)"
                    + " JOIN usage_series s ON s.organization_id ="
                    + " (SELECT id FROM organization WHERE slug = '" + organization + "')");
        }
    }

    private static String id(char prefix) {
        return "'" + Integer.toHexString(prefix) + "000000-0000-4000-8000-' || lpad(CAST(n AS TEXT), 12, '0')";
    }

    /** Number of rows fetched from a table since the statistics were reset. */
    private long fetched(String table) throws SQLException {
        try (Connection connection = place.byHand();
                Statement statement = connection.createStatement()) {
            awaitStatistics(statement);
            try (ResultSet rows = statement.executeQuery("SELECT seq_tup_read + COALESCE(idx_tup_fetch, 0) FROM"
                    + " pg_stat_user_tables WHERE schemaname = '" + place.schema() + "' AND relname = '" + table
                    + "'")) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** A connection reports what it has read before it ends, and ends after its client has closed it. */
    private void awaitStatistics(Statement statement) throws SQLException {
        boolean isConnected = true;
        while (isConnected) {
            try (ResultSet others = statement.executeQuery(
                    "SELECT 1 FROM pg_stat_activity WHERE application_name = '" + place.schema() + "'")) {
                isConnected = others.next();
            }
        }
    }

    private void assertReadsFewRows(String table, String list) throws SQLException {
        long before = fetched(table);
        assertThat(orgctl.must((list + " -o ids").split(" "))).hasLineCount(5);
        assertThat(fetched(table) - before).isLessThan(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "project list --org acme --limit 5",
                "project list --org acme --limit 5 --after acme/p-100",
                "env list --org acme --limit 5",
                "env list --org acme --limit 5 --after acme/p-100:live",
                "project list --all-orgs --limit 5",
                "project list --all-orgs --limit 5 --after acme/p-100",
                "env list --all-orgs --limit 5",
                "env list --all-orgs --limit 5 --after acme/p-100:live"
            })
    void aPageReadsFewRows(String list) throws SQLException {
        assertReadsFewRows("project", list);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "billing usage list --org acme --limit 5",
                "billing usage list --org globex --limit 5",
                "billing usage list --org globex --limit 5 --after 7000",
                "billing usage list --org globex --limit 5 --metric api",
                "billing usage list --env globex/shop:live --limit 5",
                "billing usage list --org globex --limit 5 --period 1970-01"
            })
    void aPageOfUsageReadsFewRecords(String list) throws SQLException {
        assertReadsFewRows("usage_record", list);
    }
}
