package io.github.orgctl.store.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.port.Store;
import io.github.orgctl.store.PostgresPlace;
import io.github.orgctl.store.jdbc.Migrations;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The copied tables are those that the migrations create, on every database. */
class CatalogTest {
    private static List<String> catalog() {
        List<String> columns = new ArrayList<>();
        for (Table table : Catalog.current()) {
            for (Table.Column column : table.columns()) {
                columns.add(table.name() + "." + column.name() + " " + (column.isText() ? "text" : "bigint"));
            }
        }
        return columns;
    }

    @Test
    void hasTheSameColumnsOnAServer() throws SQLException {
        PostgresPlace place = PostgresPlace.fresh();
        place.open().inTx(Store.Purpose.CHANGE, tx -> {
            tx.plans().names();
            return null;
        });
        List<String> columns = new ArrayList<>();
        try (Connection connection = place.byHand();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = '"
                                + place.schema() + "' AND is_generated = 'NEVER'"
                                + " AND table_name NOT IN ('store', 'orgctl_schema', 'command')")) {
            while (row.next()) {
                columns.add(row.getString(1) + "." + row.getString(2) + " "
                        + (row.getString(3).equals("text") ? "text" : "bigint"));
            }
        }
        assertThat(columns).isNotEmpty().containsExactlyInAnyOrderElementsOf(catalog());
    }

    @Test
    void hasEveryTableBehindThoseItRefersTo() {
        TreeSet<String> seen = new TreeSet<>();
        for (Table table : Catalog.current()) {
            assertThat(table.key()).as(table.name()).isNotEmpty();
            assertThat(seen).as(table.name()).containsAll(table.references());
            seen.add(table.name());
        }
        List<String> relations = new Migrations("sqlite").relations();
        assertThat(relations).containsAll(seen).contains(Catalog.IDENTITY);
    }
}
