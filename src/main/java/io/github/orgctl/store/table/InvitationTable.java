package io.github.orgctl.store.table;

import io.github.orgctl.core.model.access.Invitation;
import io.github.orgctl.core.model.access.InvitationStatus;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.InvitationRepository;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.store.jdbc.Keyset;
import io.github.orgctl.store.jdbc.RowStream;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;

/** The table {@code invitation}. */
final class InvitationTable extends RowStream<Invitation> implements InvitationRepository {
    private static final String SELECT = "SELECT i.id, o.id, o.slug, i.email, i.role, i.status, i.invited_by,"
            + " i.created_at, i.expires_at, i.ended_at FROM invitation i JOIN organization o ON o.id = i.organization_id"
            + " WHERE ";
    private static final Column ID = new Column("id", "i.id");
    private static final Column EMAIL = new Column("email", "i.mailbox");
    private static final Column CREATED_AT = new Column("createdAt", "i.created_at");

    private final Connection connection;

    InvitationTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void insert(Invitation invitation, String hash) {
        new Sql(
                        connection,
                        "INSERT INTO invitation (id, organization_id, email, mailbox, role, status, hash, invited_by,"
                                + " created_at, expires_at, ended_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .with(invitation.id().value())
                .with(invitation.organizationId().value())
                .with(invitation.email().value())
                .with(invitation.email().mailbox())
                .with(invitation.role().toString())
                .with(invitation.status().toString())
                .with(hash)
                .with(invitation.invitedBy())
                .with(invitation.createdAt())
                .with(invitation.expiresAt())
                .with(invitation.endedAt())
                .run();
    }

    @Override
    public void update(Invitation invitation) {
        new Sql(connection, "UPDATE invitation SET role = ?, status = ?, expires_at = ?, ended_at = ? WHERE id = ?")
                .with(invitation.role().toString())
                .with(invitation.status().toString())
                .with(invitation.expiresAt())
                .with(invitation.endedAt())
                .with(invitation.id().value())
                .run();
    }

    @Override
    public void replaceHash(Id id, String hash) {
        new Sql(connection, "UPDATE invitation SET hash = ? WHERE id = ?")
                .with(hash)
                .with(id.value())
                .run();
    }

    @Override
    public Optional<Invitation> find(Id id) {
        return first(new Sql(connection, SELECT + "i.id = ?").with(id.value()));
    }

    @Override
    public Optional<Invitation> findByHash(String hash) {
        return first(new Sql(connection, SELECT + "i.hash = ?").with(hash));
    }

    @Override
    public Optional<Invitation> findPending(Id organizationId, Email email) {
        return first(new Sql(connection, SELECT + "i.organization_id = ? AND i.mailbox = ? AND i.status = 'pending'")
                .with(organizationId.value())
                .with(email.mailbox()));
    }

    private Optional<Invitation> first(Sql asked) {
        try (Sql query = asked) {
            return query.next() ? Optional.of(read(query)) : Optional.empty();
        }
    }

    @Override
    public Listing<Invitation> list(Id organizationId, InvitationStatus status, Instant now, Page<Invitation> page) {
        String text = SELECT + "i.organization_id = ?" + having(status, now);
        return new Keyset<>(connection, this, text, organizationId.value(), page, CREATED_AT, EMAIL, ID);
    }

    private static String having(InvitationStatus status, Instant now) {
        if (status == null) {
            return "";
        }
        long millis = now.toEpochMilli();
        return switch (status) {
            case PENDING -> " AND i.status = 'pending' AND i.expires_at > " + millis;
            case EXPIRED -> " AND i.status = 'pending' AND i.expires_at <= " + millis;
            case ACCEPTED, DECLINED, REVOKED -> " AND i.status = '" + status + "'";
        };
    }

    @Override
    public String noun() {
        return "invitation";
    }

    @Override
    public Invitation map(Sql row) {
        return new Invitation(
                new Id(row.text(1)),
                new Id(row.text(2)),
                new Slug(row.text(3)),
                Email.stored(row.text(4)),
                Role.parse(row.text(5)),
                InvitationStatus.parse(row.text(6)),
                row.text(7),
                row.time(8),
                row.time(9),
                row.time(10));
    }

    @Override
    public Column[] sortable() {
        return new Column[] {
            ID,
            EMAIL,
            byRank("role", "i.role"),
            new Column("invitedBy", "i.invited_by"),
            CREATED_AT,
            new Column("expiresAt", "i.expires_at"),
            new Column("endedAt", "COALESCE(i.ended_at, -1)")
        };
    }

    @Override
    public Object value(Invitation row, String field) {
        return switch (field) {
            case "id" -> row.id().value();
            case "email" -> row.email().mailbox();
            case "role" -> rank(row.role());
            case "invitedBy" -> row.invitedBy();
            case "createdAt" -> millis(row.createdAt());
            case "expiresAt" -> millis(row.expiresAt());
            case "endedAt" -> millis(row.endedAt());
            default -> throw new IllegalArgumentException(field);
        };
    }
}
