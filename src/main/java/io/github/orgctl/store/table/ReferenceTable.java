package io.github.orgctl.store.table;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Referrer;
import io.github.orgctl.core.model.configuration.ValuePlace;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.ReferenceRepository;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The table {@code environment_reference}. */
final class ReferenceTable implements ReferenceRepository {
    private static final String SELECT =
            "SELECT r.environment_id, r.key, r.target_id, r.target_key, p.id, o.id, o.slug, p.slug, e.mode"
                    + " FROM environment_reference r JOIN environment e ON e.id = r.environment_id"
                    + " JOIN project p ON p.id = e.project_id JOIN organization o ON o.id = p.organization_id";
    private static final String TARGET = " JOIN environment te ON te.id = r.target_id";
    private static final String TARGET_PROJECT = TARGET + " JOIN project tp ON tp.id = te.project_id";
    private static final String BY_TEMPLATE = " ORDER BY o.slug, p.slug, e.mode, r.key, r.target_id";
    private static final String ORDER = " ORDER BY r.target_id, r.target_key, o.slug, p.slug, e.mode, r.key";

    private final Connection connection;

    ReferenceTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void put(ValuePlace template, Collection<ValuePlace> targets) {
        new Sql(connection, "DELETE FROM environment_reference WHERE environment_id = ? AND key = ?")
                .with(template.environmentId().value())
                .with(template.key().path())
                .run();
        for (ValuePlace target : targets) {
            new Sql(
                            connection,
                            "INSERT INTO environment_reference (environment_id, key, target_id, target_key)"
                                    + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                    .with(template.environmentId().value())
                    .with(template.key().path())
                    .with(target.environmentId().value())
                    .with(target.key().path())
                    .run();
        }
    }

    @Override
    public List<Referrer> toEnvironment(Id environmentId) {
        return referrers(new Sql(connection, SELECT + " WHERE r.target_id = ?" + ORDER).with(environmentId.value()));
    }

    @Override
    public List<Referrer> toProject(Id projectId) {
        return referrers(new Sql(connection, SELECT + TARGET + " WHERE te.project_id = ? AND p.id <> ?" + ORDER)
                .with(projectId.value())
                .with(projectId.value()));
    }

    @Override
    public List<Referrer> fromProject(Id projectId) {
        return referrers(new Sql(
                        connection,
                        SELECT + TARGET_PROJECT + " WHERE p.id = ? AND tp.id <> p.id AND tp.organization_id = o.id"
                                + " AND tp.deleted_at IS NULL" + BY_TEMPLATE)
                .with(projectId.value()));
    }

    @Override
    public List<Referrer> toOrganization(Id organizationId) {
        return referrers(
                new Sql(connection, SELECT + TARGET_PROJECT + " WHERE tp.organization_id = ? AND o.id <> ?" + ORDER)
                        .with(organizationId.value())
                        .with(organizationId.value()));
    }

    @Override
    public List<Referrer> toKey(Key key) {
        return referrers(new Sql(connection, SELECT + " WHERE r.target_key = ?" + BY_TEMPLATE).with(key.path()));
    }

    private static List<Referrer> referrers(Sql rows) {
        List<Referrer> referrers = new ArrayList<>();
        try (Sql row = rows) {
            while (row.next()) {
                referrers.add(new Referrer(
                        new ValuePlace(row.id(1), row.key(2)),
                        new ValuePlace(row.id(3), row.key(4)),
                        row.id(5),
                        row.id(6),
                        row.text(7) + "/" + row.text(8) + ":" + row.text(9)));
            }
        }
        return referrers;
    }
}
