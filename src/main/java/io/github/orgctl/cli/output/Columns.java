package io.github.orgctl.cli.output;

import io.github.orgctl.cli.output.Column.Room;
import io.github.orgctl.cli.shape.Importance;
import java.util.List;

/** Fits the columns of a table to the terminal. */
final class Columns {
    static final int GAP = 2;

    private static final int READABLE = 12;

    private final List<Column> columns;
    private final int available;

    private Columns(List<Column> columns, int available) {
        this.columns = columns;
        this.available = available;
    }

    /** Drops the least important columns, then narrows those with long texts, then all. */
    static void fit(List<Column> columns, int available) {
        for (Column column : columns) {
            if (column.need() != Room.WHOLE) {
                column.narrowTo(available);
            }
        }
        Columns fitted = new Columns(columns, available);
        fitted.drop(Importance.MINOR, Column.COMFORTABLE);
        fitted.drop(Importance.USEFUL, READABLE);
        fitted.narrow(Room.TEXT, READABLE);
        fitted.narrow(Room.NAME, READABLE);
        fitted.narrow(Room.EXACT, 1);
    }

    /** Drops columns of an importance, last one first, until long texts have enough room. */
    private void drop(Importance importance, int enough) {
        for (int i = columns.size() - 1; i >= 0 && excess(enough) > 0; i--) {
            if (columns.get(i).isDroppedAs(importance)) {
                columns.get(i).hide();
            }
        }
    }

    /** Repeatedly narrows the widest eligible column, until all columns fit or none is wider than the minimum. */
    private void narrow(Room most, int least) {
        int excess = excess(Integer.MAX_VALUE);
        for (Column widest = widest(most, least); excess > 0 && widest != null; excess--) {
            widest.narrowTo(widest.width() - 1);
            widest = widest(most, least);
        }
    }

    private Column widest(Room most, int least) {
        Column widest = null;
        for (Column column : columns) {
            boolean candidate = !column.isHidden()
                    && column.width() > least
                    && column.need().compareTo(most) <= 0;
            if (candidate && (widest == null || column.width() > widest.width())) {
                widest = column;
            }
        }
        return widest;
    }

    private int excess(int enough) {
        int excess = -GAP - available;
        for (Column column : columns) {
            excess += column.isHidden() ? 0 : column.width(enough) + GAP;
        }
        return excess;
    }
}
