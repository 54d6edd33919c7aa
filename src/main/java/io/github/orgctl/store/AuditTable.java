package io.github.orgctl.store;

import io.github.orgctl.core.model.AuditHead;
import io.github.orgctl.core.model.Id;
import io.github.orgctl.core.port.AuditRepository;
import java.sql.Connection;
import java.util.Optional;

/** The table {@code audit_event}. */
final class AuditTable implements AuditRepository {
    private final Connection connection;

    AuditTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Optional<AuditHead> head(Id organizationId) {
        try (Sql query = new Sql(
                        connection,
                        "SELECT sequence, hash FROM audit_event WHERE organization_id = ?"
                                + " ORDER BY sequence DESC LIMIT 1")
                .with(organizationId.value())) {
            return query.next()
                    ? Optional.of(new AuditHead(organizationId, query.number(1), query.text(2)))
                    : Optional.empty();
        }
    }

    @Override
    public void append(AuditHead head, String event) {
        new Sql(connection, "INSERT INTO audit_event (organization_id, sequence, event, hash) VALUES (?, ?, ?, ?)")
                .with(head.organizationId().value())
                .with(head.sequence())
                .with(event)
                .with(head.hash())
                .run();
    }
}
