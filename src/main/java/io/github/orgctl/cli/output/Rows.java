package io.github.orgctl.cli.output;

import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Sort;
import io.github.orgctl.core.port.Listing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** A listing of rows in memory. */
public final class Rows<T> implements Listing<T> {
    private final List<T> rows;
    private final boolean cut;

    private Rows(List<T> rows, boolean cut) {
        this.rows = rows;
        this.cut = cut;
    }

    /** A listing of all rows in order. */
    public static <T> Listing<T> of(List<T> rows) {
        return new Rows<>(rows, false);
    }

    /** Reads all rows of a listing into memory. */
    public static <T> Rows<T> held(Listing<T> listing) {
        List<T> rows = new ArrayList<>();
        boolean cut = listing.forEach(rows::add);
        return new Rows<>(rows, cut);
    }

    /**
     * Returns a page of the rows.
     *
     * @throws Failure USAGE if the shape lacks the sort field; NOT_FOUND if the row to start after is not among the
     *     rows
     */
    public static <T> Listing<T> of(Shape<T> shape, List<T> all, Page<T> page) {
        List<T> rows = new ArrayList<>(all);
        if (page.sort() != null) {
            rows.sort(order(shape, page.sort()));
        }
        int from = page.after() == null ? 0 : indexOf(shape, rows, page.after()) + 1;
        int left = rows.size() - from;
        int count = page.limit() == null ? left : (int) Math.min(left, page.limit());
        return new Rows<>(rows.subList(from, from + count), count < left);
    }

    /**
     * Sorts all rows of a listing in memory.
     *
     * @throws Failure USAGE if the shape lacks the sort field
     */
    public static <T> Listing<T> sorted(Shape<T> shape, Listing<T> listing, Sort sort) {
        Rows<T> held = held(listing);
        held.rows.sort(order(shape, sort));
        return held;
    }

    private static <T> Comparator<T> order(Shape<T> shape, Sort sort) {
        Comparator<T> order = new ByField<>(Fields.field(shape, sort.field()));
        return sort.descending() ? Collections.reverseOrder(order) : order;
    }

    private static <T> int indexOf(Shape<T> shape, List<T> rows, T row) {
        String id = shape.id(row);
        for (int i = 0; i < rows.size(); i++) {
            if (shape.id(rows.get(i)).equals(id)) {
                return i;
            }
        }
        throw new Failure(Failure.Kind.NOT_FOUND, "the " + shape.name() + " '" + id + "' is not in the list");
    }

    @Override
    public boolean forEach(Consumer<? super T> action) {
        for (T row : rows) {
            action.accept(row);
        }
        return cut;
    }

    /** Compares values by their natural order or, if they have none, as text; missing values sort last. */
    private record ByField<T>(Field<T> field) implements Comparator<T> {
        @Override
        public int compare(T left, T right) {
            Object a = field.of(left);
            Object b = field.of(right);
            if (a == null || b == null) {
                return a == b ? 0 : a == null ? 1 : -1;
            }
            return a instanceof Comparable<?> && a.getClass() == b.getClass()
                    ? ordered(a, b)
                    : a.toString().compareTo(b.toString());
        }

        /** Compares values of the same class. */
        @SuppressWarnings("unchecked")
        private static int ordered(Object a, Object b) {
            return ((Comparable<Object>) a).compareTo(b);
        }
    }
}
