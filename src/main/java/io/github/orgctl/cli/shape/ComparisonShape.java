package io.github.orgctl.cli.shape;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.ON_REQUEST;

import io.github.orgctl.core.model.configuration.KeyChange;
import java.util.List;

/** A key that differs between two environments. */
public final class ComparisonShape extends Shape<KeyChange> {
    public static final ComparisonShape COMPARISON = new ComparisonShape("left", "right");

    private enum Column {
        KEY,
        SECRET,
        LEFT,
        RIGHT,
        ONLY_IN
    }

    /** A column of a comparison of these two. */
    private record Side(Column column, String left, String right) implements Field<KeyChange> {
        @Override
        public String name() {
            return column.name();
        }

        @Override
        public Object of(KeyChange change) {
            return switch (column) {
                case KEY -> change.key();
                case SECRET -> change.secret();
                case LEFT -> KeyChangeShape.text(change, change.before());
                case RIGHT -> KeyChangeShape.text(change, change.after());
                case ONLY_IN -> change.after() == null ? left : change.before() == null ? right : null;
            };
        }

        @Override
        public String header() {
            return switch (column) {
                case LEFT -> left;
                case RIGHT -> right;
                case KEY, SECRET, ONLY_IN -> Field.super.header();
            };
        }

        @Override
        public Importance importance() {
            return column == Column.SECRET ? ON_REQUEST : ESSENTIAL;
        }

        @Override
        public Tone tone(KeyChange change) {
            return change.kind() == KeyChange.Kind.CHANGED ? Tone.CAUTION : Tone.PLAIN;
        }
    }

    private ComparisonShape(String left, String right) {
        super("difference", fields(left, right));
    }

    /** Of two environments, by which the columns are named. */
    public static ComparisonShape of(String left, String right) {
        return new ComparisonShape(left, right);
    }

    private static List<Field<KeyChange>> fields(String left, String right) {
        return List.of(
                new Side(Column.KEY, left, right),
                new Side(Column.SECRET, left, right),
                new Side(Column.LEFT, left, right),
                new Side(Column.RIGHT, left, right),
                new Side(Column.ONLY_IN, left, right));
    }

    @Override
    public String id(KeyChange change) {
        return change.key().path();
    }
}
