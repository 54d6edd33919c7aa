package io.github.orgctl.store.table;

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
    private static final String SELECT = "SELECT m.id, o.id, o.slug, m.email, m.role, m.status, m.created_at,"
            + " m.updated_at, m.mailbox FROM member m JOIN organization o ON o.id = m.organization_id WHERE ";
    private static final Column MAILBOX = new Column("email", "m.mailbox");

    private final Connection connection;

    MemberTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void insert(Member member) {
        new Sql(
                        connection,
                        "INSERT INTO member (id, organization_id, email, mailbox, role, status, created_at, updated_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .with(member.id().value())
                .with(member.organizationId().value())
                .with(member.email().value())
                .with(member.email().mailbox())
                .with(member.role().toString())
                .with(member.status().toString())
                .with(member.createdAt())
                .with(member.updatedAt())
                .run();
    }

    @Override
    public void update(Member member) {
        new Sql(connection, "UPDATE member SET role = ?, status = ?, updated_at = ? WHERE id = ?")
                .with(member.role().toString())
                .with(member.status().toString())
                .with(member.updatedAt())
                .with(member.id().value())
                .run();
    }

    @Override
    public void remove(Id id) {
        // Only revoked tokens may lose their maker: any other would go on without a bound, and the foreign key refuses
        // that.
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
        return new Keyset<>(connection, this, SELECT + "m.organization_id = ?", organizationId.value(), page, MAILBOX);
    }

    @Override
    public String noun() {
        return "member";
    }

    @Override
    public Member map(Sql row) {
        return new Member(
                new Id(row.text(1)),
                new Id(row.text(2)),
                new Slug(row.text(3)),
                Email.stored(row.text(4)),
                Role.parse(row.text(5)),
                MemberStatus.parse(row.text(6)),
                row.time(7),
                row.time(8));
    }

    @Override
    public Column[] sortable() {
        return new Column[] {
            new Column("id", "m.id"),
            MAILBOX,
            byRank("role", "m.role"),
            new Column("status", "m.status"),
            new Column("createdAt", "m.created_at"),
            new Column("updatedAt", "m.updated_at")
        };
    }

    @Override
    public Object value(Member row, String field) {
        return switch (field) {
            case "id" -> row.id().value();
            case "email" -> row.email().mailbox();
            case "role" -> rank(row.role());
            case "status" -> row.status().toString();
            case "createdAt" -> millis(row.createdAt());
            case "updatedAt" -> millis(row.updatedAt());
            default -> throw new IllegalArgumentException(field);
        };
    }
}
