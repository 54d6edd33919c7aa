package io.github.orgctl.store.table;

import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.UsageEnvironment;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.UsageSeries;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables {@code usage_environment}, {@code usage_series} and {@code usage_project}. */
final class SeriesTable {
    /** Stored value for usage that is billed in the month in which it occurred. */
    static final long OWN_MONTH = 0;

    private final Connection connection;

    SeriesTable(Connection connection) {
        this.connection = connection;
    }

    /** The environment with an id, including projects in the trash. */
    Optional<UsageEnvironment> environment(Id id) {
        try (Sql row = new Sql(
                        connection,
                        "SELECT e.project_id, e.mode, p.deleted_at FROM environment e"
                                + " JOIN project p ON p.id = e.project_id WHERE e.id = ?")
                .with(id.value())) {
            if (!row.next()) {
                return Optional.empty();
            }
            Id project = row.id(1);
            Mode mode = row.value(2, "mode", Mode::parse);
            return Optional.of(new UsageEnvironment(id, project, mode, row.time(3), owners(project, row.text(2))));
        }
    }

    private List<UsageEnvironment.Ownership> owners(Id project, String mode) {
        List<UsageEnvironment.Ownership> owners = new ArrayList<>();
        try (Sql row = new Sql(
                        connection,
                        "SELECT w.from_time, w.organization_id, o.slug, COALESCE(n.slug, p.slug) FROM project_owner w"
                                + " JOIN project p ON p.id = w.project_id"
                                + " LEFT JOIN organization o ON o.id = w.organization_id"
                                + " LEFT JOIN usage_project n ON n.project_id = w.project_id"
                                + " AND n.organization_id = w.organization_id"
                                + " WHERE w.project_id = ? ORDER BY w.from_time")
                .with(project.value())) {
            while (row.next()) {
                String slug = row.text(3);
                owners.add(new UsageEnvironment.Ownership(
                        row.time(1), row.id(2), slug == null ? null : slug + "/" + row.text(4) + ":" + mode));
            }
        }
        return owners;
    }

    /** Returns an organization's series for a metric of an environment; creates it if missing. */
    UsageSeries of(UsageEnvironment environment, Id organizationId, Metric metric, Period billed) {
        new Sql(
                        connection,
                        "INSERT INTO usage_environment (id, project_id, mode) VALUES (?, ?, ?)"
                                + " ON CONFLICT (id) DO NOTHING")
                .with(environment.id().value())
                .with(environment.projectId().value())
                .with(environment.mode().toString())
                .run();
        // An organization that owned the project before keeps its recorded name.
        new Sql(
                        connection,
                        "INSERT INTO usage_project (project_id, organization_id, slug) SELECT id, ?, slug FROM project"
                                + " WHERE id = ? ON CONFLICT (project_id, organization_id) DO NOTHING")
                .with(organizationId.value())
                .with(environment.projectId().value())
                .run();
        new Sql(
                        connection,
                        "INSERT INTO usage_series (organization_id, environment, metric, billed)"
                                + " SELECT ?, number, ?, CAST(? AS BIGINT) FROM usage_environment WHERE id = ?"
                                + " ON CONFLICT (organization_id, environment, metric, billed) DO NOTHING")
                .with(organizationId.value())
                .with(metric.name())
                .with(billed == null ? OWN_MONTH : billed.number())
                .with(environment.id().value())
                .run();
        try (Sql row = new Sql(
                        connection,
                        "SELECT s.number, e.number FROM usage_series s JOIN usage_environment e"
                                + " ON e.number = s.environment WHERE s.organization_id = ? AND s.metric = ? AND s.billed = ?"
                                + " AND e.id = ?")
                .with(organizationId.value())
                .with(metric.name())
                .with(billed == null ? OWN_MONTH : billed.number())
                .with(environment.id().value())) {
            row.next();
            return new UsageSeries(row.number(1), row.number(2), metric);
        }
    }

    void keepName(Id projectId, Id organizationId, Slug name) {
        new Sql(
                        connection,
                        "INSERT INTO usage_project (project_id, organization_id, slug) VALUES (?, ?, ?)"
                                + " ON CONFLICT (project_id, organization_id) DO NOTHING")
                .with(projectId.value())
                .with(organizationId.value())
                .with(name.value())
                .run();
    }

    void changeName(Id projectId, Id organizationId, Slug name) {
        new Sql(connection, "UPDATE usage_project SET slug = ? WHERE project_id = ? AND organization_id = ?")
                .with(name.value())
                .with(projectId.value())
                .with(organizationId.value())
                .run();
    }

    /** Whether an organization has usage of an environment, even one that was purged. */
    boolean isRecorded(Id organizationId, Id environmentId) {
        try (Sql row = new Sql(
                        connection,
                        "SELECT 1 FROM usage_environment e JOIN usage_series s ON s.environment = e.number"
                                + " WHERE e.id = ? AND s.organization_id = ?")
                .with(environmentId.value())
                .with(organizationId.value())) {
            return row.next();
        }
    }
}
