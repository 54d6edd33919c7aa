package io.github.orgctl.store.table;

import static io.github.orgctl.store.jdbc.ColumnUse.edited;
import static io.github.orgctl.store.jdbc.ColumnUse.fixed;
import static io.github.orgctl.store.jdbc.ColumnUse.given;
import static io.github.orgctl.store.jdbc.ColumnUse.primary;
import static io.github.orgctl.store.jdbc.ColumnUse.selected;

import io.github.orgctl.core.model.access.Invitation;
import io.github.orgctl.core.model.access.InvitationStatus;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.InvitationRepository;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.store.jdbc.Column;
import io.github.orgctl.store.jdbc.ColumnUse;
import io.github.orgctl.store.jdbc.Columns;
import io.github.orgctl.store.jdbc.Keyset;
import io.github.orgctl.store.jdbc.RowStream;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;

/** The table {@code invitation}. */
final class InvitationTable extends RowStream<Invitation> implements InvitationRepository {
    private enum Field implements Column<Invitation> {
        ID(primary("i.id")),
        ORGANIZATION_ID(fixed("o.id").as("organization_id").unsorted()),
        ORGANIZATION(selected("o.slug").unsorted()),
        EMAIL(fixed("i.email").unsorted()),
        MAILBOX(fixed("i.mailbox").field("email")),
        ROLE(edited("i.role").byRank()),
        STATUS(edited("i.status").unsorted()),
        INVITED_BY(fixed("i.invited_by")),
        CREATED_AT(fixed("i.created_at")),
        EXPIRES_AT(edited("i.expires_at")),
        ENDED_AT(edited("i.ended_at").orNoTime()),
        HASH(given("hash"));

        private final ColumnUse use;

        Field(ColumnUse use) {
            this.use = use;
        }

        @Override
        public ColumnUse use() {
            return use;
        }

        @Override
        public Object of(Invitation invitation) {
            return switch (this) {
                case ID -> invitation.id().value();
                case ORGANIZATION_ID -> invitation.organizationId().value();
                case ORGANIZATION -> invitation.organization().value();
                case EMAIL -> invitation.email().value();
                case MAILBOX -> invitation.email().mailbox();
                case ROLE -> invitation.role().toString();
                case STATUS -> invitation.status().toString();
                case INVITED_BY -> invitation.invitedBy();
                case CREATED_AT -> Column.millis(invitation.createdAt());
                case EXPIRES_AT -> Column.millis(invitation.expiresAt());
                case ENDED_AT -> Column.millis(invitation.endedAt());
                case HASH -> null;
            };
        }
    }

    static final Columns<Invitation> COLUMNS = Columns.withChecksum("invitation", Field.values());
    private static final String SELECT =
            COLUMNS.select() + "invitation i JOIN organization o ON o.id = i.organization_id WHERE ";

    private final Connection connection;

    InvitationTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void insert(Invitation invitation, String hash) {
        COLUMNS.insert(connection, invitation, hash);
    }

    @Override
    public void update(Invitation invitation) {
        COLUMNS.update(connection, invitation);
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
        return new Keyset<>(
                connection, this, text, organizationId.value(), page, Field.CREATED_AT, Field.MAILBOX, Field.ID);
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
                new Id(row.text(Field.ID)),
                new Id(row.text(Field.ORGANIZATION_ID)),
                new Slug(row.text(Field.ORGANIZATION)),
                Email.stored(row.text(Field.EMAIL)),
                Role.parse(row.text(Field.ROLE)),
                InvitationStatus.parse(row.text(Field.STATUS)),
                row.text(Field.INVITED_BY),
                row.time(Field.CREATED_AT),
                row.time(Field.EXPIRES_AT),
                row.time(Field.ENDED_AT));
    }

    @Override
    public Column<Invitation>[] columns() {
        return Field.values();
    }
}
