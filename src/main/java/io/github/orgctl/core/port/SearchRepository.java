package io.github.orgctl.core.port;

import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.search.Found;
import io.github.orgctl.core.model.search.SearchQuery;
import io.github.orgctl.core.model.search.SearchText;
import java.util.function.Predicate;

/** Searches names and values. The trash is excluded. */
public interface SearchRepository {
    /**
     * Passes all matches: organizations, then projects, members, values and secrets, and notes, each in a stable order.
     * Members are omitted if the scope is a single project or mode.
     *
     * @param action returns whether to continue
     * @return whether all matches were passed
     */
    boolean find(AccessScope scope, SearchQuery query, Predicate<Found> action);

    /**
     * Passes the projects whose name or slug contains a text, by organization and slug.
     *
     * @param action tells whether to go on
     * @return whether it went through to the end
     */
    boolean projects(AccessScope scope, SearchText text, Predicate<Found> action);
}
