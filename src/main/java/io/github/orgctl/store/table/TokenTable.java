package io.github.orgctl.store.table;

import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.access.Token;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.core.port.TokenRepository;
import io.github.orgctl.store.jdbc.Keyset;
import io.github.orgctl.store.jdbc.RowStream;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table {@code api_token}. */
public final class TokenTable extends RowStream<Token> implements TokenRepository {
    private static final String SELECT =
            "SELECT t.id, o.id, o.slug, t.name, t.role, t.project_id, p.slug, t.mode, t.member_id,"
                    + " COALESCE(m.status, 'active'), t.created_by, t.ending, t.created_at, t.expires_at, t.last_used_at,"
                    + " t.revoked_at FROM api_token t JOIN organization o ON o.id = t.organization_id"
                    + " LEFT JOIN project p ON p.id = t.project_id AND p.organization_id = t.organization_id LEFT JOIN member m ON m.id = t.member_id WHERE ";
    private static final Column NAME = new Column("name", "t.name");
    private static final Column ID = new Column("id", "t.id");
    private static final long MINUTE = 60_000;

    private final Connection connection;

    public TokenTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void insert(Token token, String hash) {
        new Sql(
                        connection,
                        "INSERT INTO api_token (id, organization_id, name, role, project_id, mode, member_id, created_by,"
                                + " hash, ending, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .with(token.id().value())
                .with(token.organizationId().value())
                .with(token.name().value())
                .with(token.role().toString())
                .with(text(token.projectId()))
                .with(text(token.mode()))
                .with(text(token.memberId()))
                .with(token.createdBy())
                .with(hash)
                .with(token.ending())
                .with(token.createdAt())
                .with(token.expiresAt())
                .run();
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    @Override
    public void revoke(Id id, Instant at) {
        new Sql(connection, "UPDATE api_token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL")
                .with(at)
                .with(id.value())
                .run();
    }

    @Override
    public boolean isUseDue(String hash, Instant at) {
        return due(hash, at) != null;
    }

    /** Asks before it writes, because an update takes the lock for writing even where it finds nothing to do. */
    @Override
    public void use(String hash, Instant at) {
        String id = due(hash, at);
        if (id != null) {
            new Sql(connection, "UPDATE api_token SET last_used_at = ? WHERE id = ?")
                    .with(at)
                    .with(id)
                    .run();
        }
    }

    /** The token whose use is to be noted, or null. */
    private String due(String hash, Instant at) {
        String noted = "SELECT id FROM api_token WHERE hash = ? AND revoked_at IS NULL"
                + " AND COALESCE(last_used_at, 0) <= ?";
        try (Sql query = new Sql(connection, noted).with(hash).with(at.toEpochMilli() - MINUTE)) {
            return query.next() ? query.text(1) : null;
        }
    }

    @Override
    public Optional<Token> find(Id id) {
        return first(new Sql(connection, SELECT + "t.id = ?").with(id.value()));
    }

    @Override
    public Optional<Token> find(Id organizationId, Name name) {
        return first(new Sql(connection, SELECT + "t.organization_id = ? AND t.name = ? AND t.revoked_at IS NULL")
                .with(organizationId.value())
                .with(name.value()));
    }

    @Override
    public Listing<Token> list(Id organizationId, Page<Token> page, boolean revoked) {
        String text = SELECT + "t.organization_id = ? AND t.revoked_at IS " + (revoked ? "NOT NULL" : "NULL");
        // Names repeat among the revoked.
        return revoked
                ? new Keyset<>(connection, this, text, organizationId.value(), page, NAME, ID)
                : new Keyset<>(connection, this, text, organizationId.value(), page, NAME);
    }

    @Override
    public Optional<Token> findByHash(String hash) {
        return first(new Sql(connection, SELECT + "t.hash = ?").with(hash));
    }

    private Optional<Token> first(Sql asked) {
        try (Sql query = asked) {
            return query.next() ? Optional.of(read(query)) : Optional.empty();
        }
    }

    @Override
    public List<Token> ofMember(Id memberId) {
        return all(new Sql(connection, SELECT + "t.member_id = ? AND t.revoked_at IS NULL ORDER BY t.name")
                .with(memberId.value()));
    }

    @Override
    public List<Token> ofProject(Id organizationId, Id projectId) {
        String ofProject = "t.organization_id = ? AND t.project_id = ? AND t.revoked_at IS NULL ORDER BY t.name";
        return all(new Sql(connection, SELECT + ofProject)
                .with(organizationId.value())
                .with(projectId.value()));
    }

    private List<Token> all(Sql asked) {
        List<Token> tokens = new ArrayList<>();
        try (Sql query = asked) {
            while (query.next()) {
                tokens.add(read(query));
            }
        }
        return tokens;
    }

    @Override
    public String noun() {
        return "token";
    }

    @Override
    public Token map(Sql row) {
        return new Token(
                new Id(row.text(1)),
                new Id(row.text(2)),
                new Slug(row.text(3)),
                new Name(row.text(4)),
                Role.parse(row.text(5)),
                row.text(6) == null ? null : new Id(row.text(6)),
                row.text(7) == null ? null : new Slug(row.text(7)),
                row.text(8) == null ? null : Mode.parse(row.text(8)),
                row.text(9) == null ? null : new Id(row.text(9)),
                MemberStatus.parse(row.text(10)) != MemberStatus.ACTIVE,
                row.text(11),
                row.text(12),
                row.time(13),
                row.time(14),
                row.time(15),
                row.time(16));
    }

    @Override
    public Column[] sortable() {
        return new Column[] {
            ID,
            NAME,
            byRank("role", "t.role"),
            new Column("project", "COALESCE(p.slug, '')"),
            new Column("mode", "COALESCE(t.mode, '')"),
            new Column("createdBy", "t.created_by"),
            new Column("ending", "t.ending"),
            new Column("createdAt", "t.created_at"),
            new Column("expiresAt", "t.expires_at"),
            new Column("lastUsedAt", "COALESCE(t.last_used_at, -1)"),
            new Column("revokedAt", "COALESCE(t.revoked_at, -1)")
        };
    }

    @Override
    public Object value(Token row, String field) {
        return switch (field) {
            case "id" -> row.id().value();
            case "name" -> row.name().value();
            case "role" -> rank(row.role());
            case "project" -> row.project() == null ? "" : row.project().value();
            case "mode" -> row.mode() == null ? "" : row.mode().toString();
            case "createdBy" -> row.createdBy();
            case "ending" -> row.ending();
            case "createdAt" -> millis(row.createdAt());
            case "expiresAt" -> millis(row.expiresAt());
            case "lastUsedAt" -> millis(row.lastUsedAt());
            case "revokedAt" -> millis(row.revokedAt());
            default -> throw new IllegalArgumentException(field);
        };
    }
}
