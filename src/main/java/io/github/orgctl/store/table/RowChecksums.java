package io.github.orgctl.store.table;

import io.github.orgctl.store.jdbc.Columns;
import io.github.orgctl.store.jdbc.DamagedRows;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** Compares rows with their checksums, in all tables that have them. */
final class RowChecksums implements DamagedRows {
    private static final List<Columns<?>> TABLES = List.of(
            OrganizationTable.COLUMNS,
            ProjectTable.COLUMNS,
            EnvironmentTable.COLUMNS,
            SchemaTable.COLUMNS,
            MemberTable.COLUMNS,
            InvitationTable.COLUMNS,
            TokenTable.COLUMNS,
            AccountTable.COLUMNS,
            PricePlanTable.COLUMNS,
            StatementTable.COLUMNS,
            StatementTable.LINE_COLUMNS);

    @Override
    public List<String> in(Connection connection) {
        List<String> damaged = new ArrayList<>();
        for (Columns<?> columns : TABLES) {
            damaged.addAll(columns.damaged(connection));
        }
        return damaged;
    }
}
