package io.github.orgctl.store.table;

import static io.github.orgctl.store.jdbc.ColumnUse.edited;
import static io.github.orgctl.store.jdbc.ColumnUse.fixed;
import static io.github.orgctl.store.jdbc.ColumnUse.primary;
import static io.github.orgctl.store.jdbc.ColumnUse.selected;

import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.MemberPeriod;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.core.port.MemberRepository;
import io.github.orgctl.store.jdbc.Column;
import io.github.orgctl.store.jdbc.ColumnUse;
import io.github.orgctl.store.jdbc.Columns;
import io.github.orgctl.store.jdbc.Keyset;
import io.github.orgctl.store.jdbc.RowStream;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables {@code member} and {@code member_period}. */
final class MemberTable extends RowStream<Member> implements MemberRepository {
    private enum Field implements Column<Member> {
        ID(primary("m.id")),
        ORGANIZATION_ID(fixed("o.id").as("organization_id").unsorted()),
        ORGANIZATION(selected("o.slug").unsorted()),
        EMAIL(fixed("m.email").unsorted()),
        MAILBOX(fixed("m.mailbox").field("email")),
        ROLE(edited("m.role").byRank()),
        STATUS(edited("m.status")),
        CREATED_AT(fixed("m.created_at")),
        UPDATED_AT(edited("m.updated_at"));

        private final ColumnUse use;

        Field(ColumnUse use) {
            this.use = use;
        }

        @Override
        public ColumnUse use() {
            return use;
        }

        @Override
        public Object of(Member member) {
            return switch (this) {
                case ID -> member.id().value();
                case ORGANIZATION_ID -> member.organizationId().value();
                case ORGANIZATION -> member.organization().value();
                case EMAIL -> member.email().value();
                case MAILBOX -> member.email().mailbox();
                case ROLE -> member.role().toString();
                case STATUS -> member.status().toString();
                case CREATED_AT -> Column.millis(member.createdAt());
                case UPDATED_AT -> Column.millis(member.updatedAt());
            };
        }
    }

    static final Columns<Member> COLUMNS = Columns.withChecksum("member", Field.values());
    private static final String SELECT =
            COLUMNS.select() + "member m JOIN organization o ON o.id = m.organization_id WHERE ";

    private final Connection connection;

    MemberTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void insert(Member member) {
        COLUMNS.insert(connection, member);
    }

    @Override
    public void update(Member member) {
        COLUMNS.update(connection, member);
    }

    @Override
    public void remove(Id id) {
        // Only revoked tokens may lose their creator. An active token would keep working without a limit on its rights,
        // so the foreign key rejects that.
        new Sql(connection, "UPDATE api_token SET member_id = NULL WHERE member_id = ? AND revoked_at IS NOT NULL")
                .with(id.value())
                .run();
        new Sql(connection, "DELETE FROM member WHERE id = ?").with(id.value()).run();
    }

    @Override
    public Optional<MemberPeriod> lastPeriod(Id organizationId, Email email) {
        try (Sql last = new Sql(
                        connection,
                        "SELECT mailbox, began_at, ended_at FROM member_period WHERE organization_id = ? AND mailbox = ?"
                                + " ORDER BY began_at DESC LIMIT 1")
                .with(organizationId.value())
                .with(email.mailbox())) {
            return last.next() ? Optional.of(period(last)) : Optional.empty();
        }
    }

    private static MemberPeriod period(Sql row) {
        return new MemberPeriod(row.text(1), row.time(2), row.time(3));
    }

    @Override
    public void beginPeriod(Id organizationId, Email email, Instant at) {
        new Sql(connection, "INSERT INTO member_period (organization_id, mailbox, began_at) VALUES (?, ?, ?)")
                .with(organizationId.value())
                .with(email.mailbox())
                .with(at)
                .run();
    }

    @Override
    public void endPeriod(Id organizationId, Email email, Instant at) {
        new Sql(
                        connection,
                        "UPDATE member_period SET ended_at = ? WHERE organization_id = ? AND mailbox = ?"
                                + " AND ended_at IS NULL")
                .with(at)
                .with(organizationId.value())
                .with(email.mailbox())
                .run();
    }

    @Override
    public List<MemberPeriod> periods(Id organizationId, Instant from, Instant to) {
        List<MemberPeriod> periods = new ArrayList<>();
        try (Sql query = new Sql(
                        connection,
                        "SELECT mailbox, began_at, ended_at FROM member_period WHERE organization_id = ?"
                                + " AND began_at < ? AND (ended_at IS NULL OR ended_at >= ?) ORDER BY mailbox, began_at")
                .with(organizationId.value())
                .with(to)
                .with(from)) {
            while (query.next()) {
                periods.add(period(query));
            }
        }
        return periods;
    }

    @Override
    public Optional<Member> find(Id id) {
        return first(new Sql(connection, SELECT + "m.id = ?").with(id.value()));
    }

    @Override
    public Optional<Member> find(Id organizationId, Email email) {
        return first(new Sql(connection, SELECT + "m.organization_id = ? AND m.mailbox = ?")
                .with(organizationId.value())
                .with(email.mailbox()));
    }

    private Optional<Member> first(Sql asked) {
        try (Sql query = asked) {
            return query.next() ? Optional.of(read(query)) : Optional.empty();
        }
    }

    @Override
    public List<Member> memberships(Email email) {
        return all(new Sql(connection, SELECT + "m.mailbox = ? ORDER BY o.slug, o.id").with(email.mailbox()));
    }

    private List<Member> all(Sql asked) {
        List<Member> members = new ArrayList<>();
        try (Sql query = asked) {
            while (query.next()) {
                members.add(read(query));
            }
        }
        return members;
    }

    @Override
    public List<Member> activeOwners(Id organizationId, int limit) {
        String owners = SELECT + "m.organization_id = ? AND m.role = 'owner' AND m.status = 'active'"
                + " ORDER BY m.mailbox LIMIT " + limit;
        return all(new Sql(connection, owners).with(organizationId.value()));
    }

    @Override
    public Listing<Member> list(Id organizationId, Page<Member> page) {
        return new Keyset<>(
                connection, this, SELECT + "m.organization_id = ?", organizationId.value(), page, Field.MAILBOX);
    }

    @Override
    public String noun() {
        return "member";
    }

    @Override
    public Member map(Sql row) {
        return new Member(
                new Id(row.text(Field.ID)),
                new Id(row.text(Field.ORGANIZATION_ID)),
                new Slug(row.text(Field.ORGANIZATION)),
                Email.stored(row.text(Field.EMAIL)),
                Role.parse(row.text(Field.ROLE)),
                MemberStatus.parse(row.text(Field.STATUS)),
                row.time(Field.CREATED_AT),
                row.time(Field.UPDATED_AT));
    }

    @Override
    public Column<Member>[] columns() {
        return Field.values();
    }
}
