package io.github.orgctl.store;

import io.github.orgctl.core.model.Id;
import io.github.orgctl.core.model.Mode;
import io.github.orgctl.core.model.Name;
import io.github.orgctl.core.model.Role;
import io.github.orgctl.core.model.Slug;
import io.github.orgctl.core.model.Token;
import io.github.orgctl.core.port.TokenRepository;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table {@code api_token}. */
final class TokenTable extends Rows<Token> implements TokenRepository {
    private static final String SELECT = "SELECT t.id, o.id, o.slug, t.name, t.role, t.project_id, t.mode, t.member_id,"
            + " t.created_by, t.ending, t.created_at, t.expires_at, t.last_used_at, t.revoked_at"
            + " FROM api_token t JOIN organization o ON o.id = t.organization_id WHERE ";

    private final Connection connection;

    TokenTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Optional<Token> findByHash(String hash) {
        try (Sql query = new Sql(connection, SELECT + "t.hash = ?").with(hash)) {
            return query.next() ? Optional.of(read(query)) : Optional.empty();
        }
    }

    @Override
    public List<Token> usable(Id memberId, Instant now) {
        String usable = SELECT + "t.member_id = ? AND t.revoked_at IS NULL AND t.expires_at > ? ORDER BY t.name";
        List<Token> tokens = new ArrayList<>();
        try (Sql query = new Sql(connection, usable).with(memberId.value()).with(now)) {
            while (query.next()) {
                tokens.add(read(query));
            }
        }
        return tokens;
    }

    @Override
    String noun() {
        return "token";
    }

    @Override
    Token map(Sql row) {
        return new Token(
                new Id(row.text(1)),
                new Id(row.text(2)),
                new Slug(row.text(3)),
                new Name(row.text(4)),
                Role.parse(row.text(5)),
                row.text(6) == null ? null : new Id(row.text(6)),
                row.text(7) == null ? null : Mode.parse(row.text(7)),
                row.text(8) == null ? null : new Id(row.text(8)),
                row.text(9),
                row.text(10),
                row.time(11),
                row.time(12),
                row.time(13),
                row.time(14));
    }

    @Override
    Column[] sortable() {
        return new Column[] {
            new Column("id", "t.id"),
            new Column("name", "t.name"),
            new Column("role", "t.role"),
            new Column("createdAt", "t.created_at"),
            new Column("expiresAt", "t.expires_at"),
            new Column("lastUsedAt", "COALESCE(t.last_used_at, -1)"),
            new Column("revokedAt", "COALESCE(t.revoked_at, -1)")
        };
    }

    @Override
    Object value(Token row, String field) {
        return switch (field) {
            case "id" -> row.id().value();
            case "name" -> row.name().value();
            case "role" -> row.role().toString();
            case "createdAt" -> millis(row.createdAt());
            case "expiresAt" -> millis(row.expiresAt());
            case "lastUsedAt" -> millis(row.lastUsedAt());
            case "revokedAt" -> millis(row.revokedAt());
            default -> throw new IllegalArgumentException(field);
        };
    }
}
