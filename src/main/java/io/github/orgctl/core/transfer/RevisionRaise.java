package io.github.orgctl.core.transfer;

import io.github.orgctl.core.model.store.StoreIdentity;
import io.github.orgctl.core.port.TableSink;
import java.util.List;

/**
 * Raises the revisions of all resources to the new epoch, so that no revision is issued twice. Past revisions stay
 * unchanged: tables that refer to one name the column {@code number}.
 */
final class RevisionRaise implements TableSink {
    private static final String REVISION = "revision";

    private final StoreIdentity identity;
    private final TableSink next;
    private int revision;

    RevisionRaise(StoreIdentity identity, TableSink next) {
        this.identity = identity;
        this.next = next;
    }

    @Override
    public void table(String name, List<String> columns) {
        revision = columns.indexOf(REVISION);
        next.table(name, columns);
    }

    @Override
    public void row(Object[] values) {
        if (revision >= 0 && values[revision] instanceof Long before) {
            values[revision] = identity.revision(before);
        }
        next.row(values);
    }
}
