package io.github.orgctl.cli.dashboard;

import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.port.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The rows of a list that match a filter, up to a maximum. */
final class FilteredRows {
    private final String filter;
    private final int most;
    private final List<Row> rows = new ArrayList<>();
    private boolean more;

    FilteredRows(String filter, int most) {
        this.filter = filter;
        this.most = most;
    }

    /** Number of rows to request; null for all if a filter is set. */
    Long limit() {
        return filter.isEmpty() ? (long) most : null;
    }

    <T> void from(Listing<T> listing, Function<T, Row> shape) {
        more |= listing.forEach(each -> add(shape.apply(each)));
    }

    void add(Row row) {
        if (fits(row)) {
            if (rows.size() == most) {
                more = true;
            } else {
                rows.add(row);
            }
        }
    }

    private boolean fits(Row row) {
        StringBuilder text = new StringBuilder(row.detail());
        row.cells().forEach(cell -> text.append(' ').append(cell.text()));
        return Folded.contains(text.toString(), filter);
    }

    Listed listed(List<String> columns, Set<Action> permitted) {
        return listed(List.of(), columns, null, false, permitted);
    }

    Listed listed(List<Label> heading, List<String> columns, String copied, boolean locked, Set<Action> permitted) {
        return new Listed(rows, more, heading, columns, copied, locked, permitted);
    }
}
