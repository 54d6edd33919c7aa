package io.github.orgctl.store.table;

import static io.github.orgctl.store.jdbc.ColumnUse.fixed;
import static io.github.orgctl.store.jdbc.ColumnUse.given;
import static io.github.orgctl.store.jdbc.ColumnUse.primary;
import static io.github.orgctl.store.jdbc.ColumnUse.selected;

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

/** The table {@code api_token}. */
final class TokenTable extends RowStream<Token> implements TokenRepository {
    private enum Field implements Column<Token> {
        ID(primary("t.id")),
        ORGANIZATION_ID(fixed("o.id").as("organization_id").unsorted()),
        ORGANIZATION(selected("o.slug").unsorted()),
        NAME(fixed("t.name")),
        ROLE(fixed("t.role").byRank()),
        PROJECT_ID(fixed("t.project_id").unsorted()),
        PROJECT(selected("p.slug").orNoText()),
        MODE(fixed("t.mode").orNoText()),
        MEMBER_ID(fixed("t.member_id").unsorted().changesApart()),
        SUSPENDED(selected("COALESCE(m.status, 'active')").unsorted()),
        CREATED_BY(fixed("t.created_by")),
        ENDING(fixed("t.ending")),
        CREATED_AT(fixed("t.created_at")),
        EXPIRES_AT(fixed("t.expires_at")),
        LAST_USED_AT(selected("t.last_used_at").orNoTime()),
        REVOKED_AT(selected("t.revoked_at").orNoTime()),
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
        public Object of(Token token) {
            return switch (this) {
                case ID -> token.id().value();
                case ORGANIZATION_ID -> token.organizationId().value();
                case ORGANIZATION -> token.organization().value();
                case NAME -> token.name().value();
                case ROLE -> token.role().toString();
                case PROJECT_ID -> Column.text(token.projectId());
                case PROJECT -> Column.text(token.project());
                case MODE -> Column.text(token.mode());
                case MEMBER_ID -> Column.text(token.memberId());
                case CREATED_BY -> token.createdBy();
                case ENDING -> token.ending();
                case CREATED_AT -> Column.millis(token.createdAt());
                case EXPIRES_AT -> Column.millis(token.expiresAt());
                case LAST_USED_AT -> Column.millis(token.lastUsedAt());
                case REVOKED_AT -> Column.millis(token.revokedAt());
                case SUSPENDED, HASH -> null;
            };
        }
    }

    static final Columns<Token> COLUMNS = Columns.withChecksum("api_token", Field.values());
    private static final String SELECT = COLUMNS.select()
            + "api_token t JOIN organization o ON o.id = t.organization_id LEFT JOIN project p ON p.id = t.project_id"
            + " AND p.organization_id = t.organization_id LEFT JOIN member m ON m.id = t.member_id WHERE ";
    private static final long MINUTE = 60_000;

    private final Connection connection;

    public TokenTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void insert(Token token, String hash) {
        COLUMNS.insert(connection, token, hash);
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

    /** Records the use of a token. Queries first, because an update acquires the write lock even if no row matches. */
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

    /** The token whose use has to be recorded, or null. */
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
        // Names are not unique among revoked tokens.
        return revoked
                ? new Keyset<>(connection, this, text, organizationId.value(), page, Field.NAME, Field.ID)
                : new Keyset<>(connection, this, text, organizationId.value(), page, Field.NAME);
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
        String projectId = row.text(Field.PROJECT_ID);
        String project = row.text(Field.PROJECT);
        String mode = row.text(Field.MODE);
        String memberId = row.text(Field.MEMBER_ID);
        return new Token(
                new Id(row.text(Field.ID)),
                new Id(row.text(Field.ORGANIZATION_ID)),
                new Slug(row.text(Field.ORGANIZATION)),
                new Name(row.text(Field.NAME)),
                Role.parse(row.text(Field.ROLE)),
                projectId == null ? null : new Id(projectId),
                project == null ? null : new Slug(project),
                mode == null ? null : Mode.parse(mode),
                memberId == null ? null : new Id(memberId),
                MemberStatus.parse(row.text(Field.SUSPENDED)) != MemberStatus.ACTIVE,
                row.text(Field.CREATED_BY),
                row.text(Field.ENDING),
                row.time(Field.CREATED_AT),
                row.time(Field.EXPIRES_AT),
                row.time(Field.LAST_USED_AT),
                row.time(Field.REVOKED_AT));
    }

    @Override
    public Column<Token>[] columns() {
        return Field.values();
    }
}
