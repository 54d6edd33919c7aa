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

/** A listing of rows that are in memory already, because they come from nowhere else. */
public final class Rows<T> implements Listing<T> {
    private final List<T> rows;
    private final boolean cut;

    private Rows(List<T> rows, boolean cut) {
        this.rows = rows;
        this.cut = cut;
    }

    /** All of the rows in their order. */
    public static <T> Listing<T> of(List<T> rows) {
        return new Rows<>(rows, false);
    }

    /** The rows of a listing, read now and held in memory. */
    public static <T> Rows<T> held(Listing<T> listing) {
        List<T> rows = new ArrayList<>();
        boolean cut = listing.forEach(rows::add);
        return new Rows<>(rows, cut);
    }

    /**
     * The part of the rows that is asked for.
     *
     * @throws Failure USAGE when the shape has no field to sort by as asked, NOT_FOUND when the row to go on behind is
     *     not among the rows
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
     * All rows of a listing in another order, for which they are held in memory.
     *
     * @throws Failure USAGE when the shape has no field to sort by as asked
     */
    static <T> Listing<T> sorted(Shape<T> shape, Listing<T> listing, Sort sort) {
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

    /** Compares what has an order by it and everything else by its text; what is missing comes last. */
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

        /** Values of one class, which compare to each other. */
        @SuppressWarnings("unchecked")
        private static int ordered(Object a, Object b) {
            return ((Comparable<Object>) a).compareTo(b);
        }
    }
}
