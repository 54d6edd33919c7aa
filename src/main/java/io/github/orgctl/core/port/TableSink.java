package io.github.orgctl.core.port;

import java.util.List;

/** Receives a store's content, table by table. */
public interface TableSink {
    /**
     * Begins a table, to which the following rows belong.
     *
     * @param columns column names in the order of the rows' values
     */
    void table(String name, List<String> columns);

    /**
     * Receives a row.
     *
     * @param values each a String, a Long or null; the sink must not retain the array
     */
    void row(Object[] values);
}
