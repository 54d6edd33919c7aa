package io.github.orgctl.core.port;

/** All rows of all tables of a store. Each table comes after the tables it refers to. */
public interface StoreContent {
    /**
     * Passes the tables in order, and the rows of each in primary key order.
     *
     * @throws io.github.orgctl.core.model.value.Failure DAMAGED if it can't all be passed
     */
    void passTo(TableSink sink);
}
