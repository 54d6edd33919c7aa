package io.github.orgctl.store.jdbc;

import java.sql.Connection;
import java.util.List;

/** Finds the rows that differ from their checksums. */
public interface DamagedRows {
    /** The table and first value of each such row. */
    List<String> in(Connection connection);
}
