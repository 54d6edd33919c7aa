package io.github.orgctl.store.table;

import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.configuration.ValueReference;
import io.github.orgctl.core.model.configuration.ValueTemplate;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.store.jdbc.RowReader;
import io.github.orgctl.store.jdbc.Sql;
import io.github.orgctl.store.jdbc.SqlProblem;
import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads values as they are kept. Environments and projects in templates are kept by their ids and get the names they have
 * now.
 */
final class StoredValues {
    private static final String ENVIRONMENT =
            "SELECT o.slug, p.slug, e.mode FROM environment e JOIN project p ON p.id = e.project_id"
                    + " JOIN organization o ON o.id = p.organization_id WHERE e.id = ?";
    private static final String PROJECT =
            "SELECT o.slug, p.slug FROM project p" + " JOIN organization o ON o.id = p.organization_id WHERE p.id = ?";

    /** What an id belongs to: an environment, a project without a mode, or nothing any more. */
    private record Named(String organization, String project, String mode) {}

    private final Connection connection;
    private final Map<String, Named> names = new HashMap<>();

    StoredValues(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param environment id of the environment that has the value
     * @throws Failure DAMAGED if it is not a value, for example after a manual edit
     */
    Value read(String environment, String stored) {
        try {
            return value(environment, stored);
        } catch (SqlProblem unread) {
            throw unread;
        } catch (RuntimeException invalid) {
            throw RowReader.invalid("value", environment, Advice.CHECK_STORE.of(), invalid);
        }
    }

    private Value value(String environment, String stored) {
        return stored.charAt(0) == Value.TEMPLATE_MARK ? template(environment, stored) : new Value(stored);
    }

    private Value template(String environment, String stored) {
        ValueTemplate kept = ValueTemplate.parse(new Value(stored.substring(1)).text());
        return Value.of(kept.with(reference -> named(environment, reference)), kept);
    }

    private ValueReference named(String environment, ValueReference reference) {
        String id = reference.environment();
        if (id == null || !Id.looksLikeId(id)) {
            return reference;
        }
        Named target = named(id);
        if (target.organization() == null) {
            return reference;
        }
        return target.mode() == null
                ? reference.in(named(environment).organization(), target.organization(), target.project())
                : reference.in(target.organization() + "/" + target.project() + ":" + target.mode());
    }

    private Named named(String id) {
        Named named = names.get(id);
        if (named == null) {
            named = read(id);
            names.put(id, named);
        }
        return named;
    }

    private Named read(String id) {
        try (Sql query = new Sql(connection, ENVIRONMENT).with(id)) {
            if (query.next()) {
                return new Named(query.text(1), query.text(2), query.text(3));
            }
        }
        try (Sql query = new Sql(connection, PROJECT).with(id)) {
            return query.next() ? new Named(query.text(1), query.text(2), null) : new Named(null, null, null);
        }
    }
}
