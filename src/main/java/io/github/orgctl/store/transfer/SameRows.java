package io.github.orgctl.store.transfer;

import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.util.Objects;

/** Compares a table's rows in two stores and stops at the first difference. */
final class SameRows {
    private final Table table;
    private final Connection one;
    private final Connection other;

    SameRows(Table table, Connection one, Connection other) {
        this.table = table;
        this.one = one;
        this.other = other;
    }

    boolean hold() {
        try (Sql left = new Sql(one, table.select());
                Sql right = new Sql(other, table.select())) {
            while (left.next()) {
                if (!right.next() || !isSame(left, right)) {
                    return false;
                }
            }
            return !right.next();
        }
    }

    private boolean isSame(Sql left, Sql right) {
        for (int column = 1; column <= table.columns().size(); column++) {
            if (!Objects.equals(left.text(column), right.text(column))) {
                return false;
            }
        }
        return true;
    }
}
