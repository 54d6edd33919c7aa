package io.github.orgctl.store.jdbc;

import io.github.orgctl.core.model.audit.EnvironmentDigest;
import io.github.orgctl.core.model.audit.RecordedState;
import io.github.orgctl.core.model.configuration.SecretMark;
import io.github.orgctl.core.model.value.Id;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Computes anew the digests of what environments hold, one environment after another. */
public final class StateReader {
    private static final String SELECT =
            "SELECT e.id, p.id, e.mode, o.slug, p.slug, COALESCE(r.number, e.revision), r.digest, r.event_organization_id,"
                    + " r.event_sequence, v.key, v.kind, v.value, v.digest, v.template FROM environment e"
                    + " JOIN project p ON p.id = e.project_id JOIN organization o ON o.id = p.organization_id"
                    + " LEFT JOIN environment_revision r ON r.environment_id = e.id AND r.number ="
                    + " (SELECT MAX(l.number) FROM environment_revision l WHERE l.environment_id = e.id)"
                    + " LEFT JOIN environment_value v ON v.environment_id = e.id";
    private static final String ORDER = " ORDER BY e.id, v.key";

    private final Connection connection;

    public StateReader(Connection connection) {
        this.connection = connection;
    }

    public List<RecordedState> ofOrganization(Id organizationId) {
        List<RecordedState> states = new ArrayList<>();
        try (Sql query = new Sql(connection, SELECT + " WHERE o.id = ?" + ORDER).with(organizationId.value())) {
            read(query, states::add);
        }
        return states;
    }

    void all(Consumer<RecordedState> action) {
        try (Sql query = new Sql(connection, SELECT + ORDER)) {
            read(query, action);
        }
    }

    private static void read(Sql row, Consumer<RecordedState> action) {
        EnvironmentDigest digest = new EnvironmentDigest();
        String id = null;
        RecordedState state = null;
        while (row.next()) {
            if (!row.text(1).equals(id)) {
                finish(state, digest, action);
                id = row.text(1);
                state = state(row);
            }
            add(row, digest);
        }
        finish(state, digest, action);
    }

    private static void finish(RecordedState state, EnvironmentDigest digest, Consumer<RecordedState> action) {
        if (state != null) {
            action.accept(state.holding(digest.end()));
        }
    }

    private static RecordedState state(Sql row) {
        return new RecordedState(
                row.text(2),
                row.text(3),
                row.text(4) + "/" + row.text(5) + ":" + row.text(3),
                row.number(6),
                null,
                row.text(7),
                row.text(8),
                row.number(9));
    }

    private static void add(Sql row, EnvironmentDigest digest) {
        String key = row.text(10);
        if (key == null) {
            return;
        }
        String kind = row.text(11);
        switch (kind) {
            case "value" -> digest.addValue(key, row.text(12));
            case "secret" ->
                digest.addSecret(key, row.number(14) == 1 ? SecretMark.TEMPLATE + row.text(13) : row.text(13));
            default -> digest.addSecret(key, kind + ":" + row.text(12));
        }
    }
}
