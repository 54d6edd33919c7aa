package io.github.orgctl.store.table;

import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.search.Found;
import io.github.orgctl.core.model.search.Found.Kind;
import io.github.orgctl.core.model.search.SearchQuery;
import io.github.orgctl.core.model.search.SearchText;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.SearchRepository;
import io.github.orgctl.store.jdbc.Bounds;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.util.function.Predicate;

/**
 * Searches the tables with one scan each. The database finds what may match, in the order of the table rather than of the
 * projects, which would cost ten times as much; {@link SearchText} decides, the same for every database.
 */
final class SearchTable implements SearchRepository {
    private static final String ORGANIZATION = " o.deleted_at IS NULL";
    private static final String PROJECT = " AND p.deleted_at IS NULL AND p.organization_id = o.id AND" + ORGANIZATION;
    private static final String ENVIRONMENT = " AND p.id = e.project_id" + PROJECT;

    private final Connection connection;
    private final String like;
    private final StoredValues stored;

    /**
     * @param like the operator that takes ASCII letters of either case for the same
     */
    SearchTable(Connection connection, String like) {
        this.connection = connection;
        this.like = like;
        this.stored = new StoredValues(connection);
    }

    @Override
    public boolean find(AccessScope scope, SearchQuery query, Predicate<Found> action) {
        SearchText text = query.text();
        if (text != null && query.mode() == null) {
            boolean isWhole = scope.project() == null && scope.mode() == null;
            boolean named = organizations(scope, text, action)
                    && projects(scope, text, action)
                    && (!isWhole || members(scope, text, action));
            if (!named) {
                return false;
            }
        }
        return values(scope, query, action) && (text == null || notes(scope, text, action));
    }

    private boolean organizations(AccessScope scope, SearchText text, Predicate<Found> action) {
        SearchCondition condition = new SearchCondition(like);
        String where = condition.anyOf(text, "o.slug", "o.name");
        try (Sql rows = condition.query(
                connection,
                "SELECT o.slug, o.name FROM organization o WHERE " + where + " AND" + ORGANIZATION
                        + Bounds.ofOrganizations(scope, "o.id") + " ORDER BY o.slug")) {
            while (rows.next()) {
                Found found = new Found(Kind.ORGANIZATION, slug(rows, 1), null, null, null, rows.text(2));
                if ((text.isIn(rows.text(1)) || text.isIn(found.text())) && !action.test(found)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public boolean projects(AccessScope scope, SearchText text, Predicate<Found> action) {
        SearchCondition condition = new SearchCondition(like);
        String where = condition.anyOf(text, "p.slug", "p.name");
        try (Sql rows = condition.query(
                connection,
                "SELECT o.slug, p.slug, p.name FROM project p CROSS JOIN organization o WHERE " + where + PROJECT
                        + Bounds.ofOrganizations(scope, "o.id") + Bounds.ofProject(scope, "p.id")
                        + " ORDER BY o.slug, p.slug")) {
            while (rows.next()) {
                Found found = new Found(Kind.PROJECT, slug(rows, 1), slug(rows, 2), null, null, rows.text(3));
                if ((text.isIn(rows.text(2)) || text.isIn(found.text())) && !action.test(found)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean members(AccessScope scope, SearchText text, Predicate<Found> action) {
        SearchCondition condition = new SearchCondition(like);
        String where = condition.anyOf(text, "m.email");
        try (Sql rows = condition.query(
                connection,
                "SELECT o.slug, m.email FROM member m CROSS JOIN organization o WHERE " + where
                        + " AND m.organization_id = o.id AND" + ORGANIZATION
                        + Bounds.ofOrganizations(scope, "o.id") + " ORDER BY o.slug, m.mailbox")) {
            while (rows.next()) {
                Found found = new Found(Kind.MEMBER, slug(rows, 1), null, null, null, rows.text(2));
                if (text.isIn(found.text()) && !action.test(found)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Of a secret the key alone is looked at, and nothing else is read. */
    private boolean values(AccessScope scope, SearchQuery query, Predicate<Found> action) {
        SearchCondition condition = new SearchCondition(like);
        try (Sql rows = condition.query(
                connection,
                "SELECT o.slug, p.slug, e.mode, v.key, e.id, CASE WHEN v.kind = 'value' THEN v.value END"
                        + " FROM environment_value v CROSS JOIN environment e CROSS JOIN project p"
                        + " CROSS JOIN organization o WHERE " + valueCondition(condition, query)
                        + " AND e.id = v.environment_id" + ENVIRONMENT + bounds(scope)
                        + " ORDER BY v.environment_id, v.key")) {
            while (rows.next()) {
                String json = rows.text(6);
                Found found = found(json == null ? Kind.SECRET : Kind.VALUE, rows, text(rows.text(5), json));
                if (isMatch(query, found) && !action.test(found)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String valueCondition(SearchCondition condition, SearchQuery query) {
        if (query.text() != null) {
            return "(" + condition.anyOf(query.text(), "v.key") + " OR v.kind = 'value' AND "
                    + condition.anyJsonOf(query.text(), "v.value") + ")";
        }
        String key = query.key() == null ? "1 = 1" : condition.pattern(query.key(), "v.key");
        return query.value() == null
                ? key
                : key + " AND v.kind = 'value' AND " + condition.anyJsonOf(query.value(), "v.value");
    }

    private static boolean isMatch(SearchQuery query, Found found) {
        if (query.text() != null) {
            return query.text().isIn(found.key().path())
                    || found.text() != null && query.text().isIn(found.text());
        }
        return (query.key() == null || query.key().matches(found.key()))
                && (query.value() == null || query.value().isIn(found.text()));
    }

    /** Notes on keys that have a value. */
    private boolean notes(AccessScope scope, SearchText text, Predicate<Found> action) {
        SearchCondition condition = new SearchCondition(like);
        String where = condition.anyOf(text, "n.text");
        try (Sql rows = condition.query(
                connection,
                "SELECT o.slug, p.slug, e.mode, n.key, n.text FROM environment_note n CROSS JOIN environment_value v"
                        + " CROSS JOIN environment e CROSS JOIN project p CROSS JOIN organization o WHERE " + where
                        + " AND v.environment_id = n.environment_id AND v.key = n.key AND e.id = n.environment_id"
                        + ENVIRONMENT + bounds(scope) + " ORDER BY n.environment_id, n.key")) {
            while (rows.next()) {
                Found found = found(Kind.NOTE, rows, rows.text(5));
                if (text.isIn(found.text()) && !action.test(found)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String bounds(AccessScope scope) {
        return Bounds.ofOrganizations(scope, "o.id") + Bounds.ofProject(scope, "p.id") + Bounds.ofMode(scope, "e.mode");
    }

    private static Found found(Kind kind, Sql rows, String text) {
        return new Found(kind, slug(rows, 1), slug(rows, 2), rows.value(3, "mode", Mode::parse), rows.key(4), text);
    }

    private static Slug slug(Sql rows, int column) {
        return rows.slug(column);
    }

    private String text(String environment, String json) {
        if (json == null) {
            return null;
        }
        Value value = stored.read(environment, json);
        return value.isTemplate() ? value.named().toString() : value.text();
    }
}
