package io.github.orgctl.core.search;

import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Referrer;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.configuration.ValueReference;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.search.Found;
import io.github.orgctl.core.model.search.SearchQuery;
import io.github.orgctl.core.model.search.SearchText;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.core.port.SearchRepository;
import io.github.orgctl.core.port.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Searches what the acting identity sees. */
public final class SearchService {
    private final Resolver resolver;
    private final SearchRepository repository;
    private final Tx tx;

    public SearchService(UnitOfWork work) {
        this.resolver = work.resolver();
        this.tx = work.tx();
        this.repository = tx.search();
    }

    /**
     * What matches, of the current organization or of all that are seen.
     *
     * @param after the reference of the item to go on behind, or null
     * @param limit the highest number of items, or null for all
     */
    public Listing<Found> find(boolean allOrganizations, SearchQuery query, String after, Long limit) {
        AccessScope scope = resolver.listed(allOrganizations, Action.SEARCH).within(query.mode());
        return action -> {
            SearchPage page = new SearchPage(after, limit, action);
            repository.find(scope, query, page);
            return page.end();
        };
    }

    /**
     * Projects whose name or slug contains a text, of the current organization or of all that are seen.
     *
     * @param after the project to go on behind, as {@code ORG/PROJECT}, or null
     * @param limit the highest number of projects, or null for all
     */
    public Listing<Found> projects(boolean allOrganizations, SearchText text, String after, Long limit) {
        AccessScope scope = resolver.listed(allOrganizations, Action.SEARCH);
        return action -> {
            SearchPage page = new SearchPage(after == null ? null : Found.Kind.PROJECT + ":" + after, limit, action);
            repository.projects(scope, text, page);
            return page.end();
        };
    }

    /**
     * The templates that refer to a key of any environment, of the current organization or of all that are seen.
     *
     * @param key may begin with {@link ValueReference#RESERVED}, as in templates that refer to the shared configuration
     * @param mode of the templates, or null for both
     * @param after the reference of the item to go on behind, or null
     * @param limit the highest number of items, or null for all
     */
    public Listing<Found> references(boolean allOrganizations, Key key, Mode mode, String after, Long limit) {
        AccessScope scope = resolver.listed(allOrganizations, Action.SEARCH).within(mode);
        return action -> {
            SearchPage page = new SearchPage(after, limit, action);
            String last = null;
            for (Referrer referrer : referrers(key)) {
                Environment environment =
                        tx.environments().find(referrer.place().environmentId()).orElse(null);
                boolean isNext = !referrer.reference().equals(last);
                last = referrer.reference();
                if (isNext
                        && environment != null
                        && scope.covers(environment)
                        && !page.test(found(environment, referrer.place().key()))) {
                    break;
                }
            }
            return page.end();
        };
    }

    private List<Referrer> referrers(Key key) {
        List<Referrer> referrers = tx.references().toKey(key);
        if (!key.path().startsWith(ValueReference.RESERVED)) {
            return referrers;
        }
        List<Referrer> all = new ArrayList<>(referrers);
        Key shared = new Key(key.path().substring(ValueReference.RESERVED.length()));
        for (Referrer referrer : tx.references().toKey(shared)) {
            if (isShared(referrer.target().environmentId())) {
                all.add(referrer);
            }
        }
        return all;
    }

    private boolean isShared(Id environmentId) {
        Environment environment = tx.environments().find(environmentId).orElse(null);
        return environment != null && environment.project().value().equals(ProjectReference.SHARED);
    }

    private Found found(Environment environment, Key key) {
        Optional<Value> value = tx.configurations().find(environment.id(), key);
        return new Found(
                value.isPresent() ? Found.Kind.VALUE : Found.Kind.SECRET,
                environment.organization(),
                environment.project(),
                environment.mode(),
                key,
                value.isPresent() ? value.get().named().toString() : null);
    }
}
