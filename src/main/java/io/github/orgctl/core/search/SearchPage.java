package io.github.orgctl.core.search;

import io.github.orgctl.core.model.search.Found;
import io.github.orgctl.core.model.value.Failure;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The part of what is found that is asked for. */
final class SearchPage implements Predicate<Found> {
    private final String after;
    private final Consumer<? super Found> action;
    private boolean entered;
    private long left;
    private boolean cut;

    /**
     * @param after the item to go on behind, as {@link Found#item} names it, or null
     * @param limit the highest number of items, or null for all
     */
    SearchPage(String after, Long limit, Consumer<? super Found> action) {
        this.after = after;
        this.action = action;
        this.entered = after == null;
        this.left = limit == null ? Long.MAX_VALUE : limit;
    }

    @Override
    public boolean test(Found found) {
        if (!entered) {
            entered = found.item().equals(after);
            return true;
        }
        if (left == 0) {
            cut = true;
            return false;
        }
        action.accept(found);
        left--;
        return true;
    }

    /**
     * Whether the limit left items out.
     *
     * @throws Failure NOT_FOUND when the item to go on behind was not found
     */
    boolean end() {
        if (!entered) {
            throw new Failure(Failure.Kind.NOT_FOUND, "'" + after + "' is not among the results");
        }
        return cut;
    }
}
