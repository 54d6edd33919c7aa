package io.github.orgctl.cli.output;

import io.github.orgctl.cli.shape.DecimalText;
import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Importance;
import io.github.orgctl.cli.text.DisplayWidth;
import java.time.Instant;
import java.util.List;

/** A column of a table: the properties of its cells that determine the layout, and its layout. */
final class Column {
    /** Longest word that is kept whole in preference to words in other columns, such as a UUID. */
    private static final int LONGEST_WORD = 40;

    /**
     * Width that is enough for a long text. Minor columns are dropped until all long texts have it, other columns until
     * the long texts of essential columns have it.
     */
    static final int COMFORTABLE = 32;

    /** What is lost when cells are truncated, from the least to the most important. */
    enum Room {
        /** Some words of a longer text. */
        TEXT,
        /** The end of a name. */
        NAME,
        /** The exact value, such as a number or a time. */
        EXACT,
        /** A value that is shown only once. */
        WHOLE
    }

    private final Field<?> field;
    private final boolean requested;
    private final boolean once;
    private Room need = Room.EXACT;
    private boolean number;
    private boolean other;
    private boolean hidden;
    private int width;

    /**
     * @param requested whether the user named the field
     * @param once whether its value is shown only once
     */
    Column(Field<?> field, boolean requested, boolean once) {
        this.field = field;
        this.requested = requested;
        this.once = once;
    }

    /** Takes a cell into account. */
    void add(Object value, String cell) {
        int columns = DisplayWidth.of(cell);
        width = Math.max(width, columns);
        boolean isNumber = value instanceof Number || value instanceof DecimalText;
        number |= isNumber;
        other |= !isNumber && value != null;
        if (!isNumber && value != null && !isExact(value)) {
            boolean text = columns > LONGEST_WORD || cell.indexOf(' ') >= 0;
            need = text || need == Room.TEXT ? Room.TEXT : Room.NAME;
        }
    }

    private static boolean isExact(Object value) {
        return value instanceof Instant || value instanceof Boolean || value instanceof Enum;
    }

    void addHeader() {
        width = Math.max(width, DisplayWidth.of(field.header()));
    }

    /** The field's name in {@code --fields}. */
    String name() {
        return field.jsonName();
    }

    int width() {
        return width;
    }

    /** The preferred width, with long texts reduced to {@code enough} columns. Essential columns get more. */
    int width(int enough) {
        int room = field.importance() == Importance.ESSENTIAL ? Math.max(enough, COMFORTABLE) : enough;
        return need() == Room.TEXT ? Math.min(width, room) : width;
    }

    Room need() {
        return once ? Room.WHOLE : need;
    }

    void narrowTo(int columns) {
        width = Math.min(width, columns);
    }

    /** Whether it may be dropped along with the columns of an importance. */
    boolean isDroppedAs(Importance importance) {
        return !hidden && !requested && !once && field.importance() == importance;
    }

    void hide() {
        hidden = true;
    }

    boolean isHidden() {
        return hidden;
    }

    boolean isRightAligned() {
        return number && !other;
    }

    /** Wraps or truncates a cell to the width. */
    List<String> lines(String cell) {
        if (once) {
            return List.of(cell);
        }
        return field.wraps() && DisplayWidth.of(cell) > width
                ? Wrapping.lines(cell, width, true)
                : List.of(DisplayWidth.cut(cell, width));
    }
}
