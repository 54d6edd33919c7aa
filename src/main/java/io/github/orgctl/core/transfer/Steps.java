package io.github.orgctl.core.transfer;

import io.github.orgctl.core.port.Progress;
import io.github.orgctl.core.port.TableSink;
import java.util.List;

/** Reports each row that passes through as a step of progress. */
final class Steps implements TableSink {
    private final Progress progress;
    private final TableSink next;

    Steps(Progress progress, TableSink next) {
        this.progress = progress;
        this.next = next;
    }

    @Override
    public void table(String name, List<String> columns) {
        next.table(name, columns);
    }

    @Override
    public void row(Object[] values) {
        next.row(values);
        progress.step();
    }
}
