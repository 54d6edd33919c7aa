package io.github.orgctl.cli.output;

import io.github.orgctl.cli.shape.DecimalText;
import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Importance;
import io.github.orgctl.cli.text.DisplayWidth;
import java.time.Instant;
import java.util.List;

/** One column of a table: what its cells say about how it is laid out, and its layout. */
final class Column {
    /** The longest word that is kept whole before the words in other columns, such as a UUID. */
    private static final int LONGEST_WORD = 40;

    /** Enough of a long text to keep a minor column beside it, and of an essential one to keep any other. */
    static final int COMFORTABLE = 32;

    /** What is lost when the ends of its cells are missing, the least first. */
    enum Room {
        /** Some words of a longer text. */
        TEXT,
        /** The end of a name. */
        NAME,
        /** All that the cell says, such as of a number or a time. */
        EXACT,
        /** A value that is never shown again. */
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
     * @param once whether its value is shown this once and never again
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

    /** The width it asks for where a long text has to do with this many columns. An essential one gets more room. */
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

    /** Whether it is left out before a column of that importance is. */
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

    /** The lines that show a cell within the width. */
    List<String> lines(String cell) {
        if (once) {
            return List.of(cell);
        }
        return field.wraps() && DisplayWidth.of(cell) > width
                ? Wrapping.lines(cell, width, true)
                : List.of(DisplayWidth.cut(cell, width));
    }
}
