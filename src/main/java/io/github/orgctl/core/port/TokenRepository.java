package io.github.orgctl.core.port;

import io.github.orgctl.core.model.access.Token;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stores API tokens. Of a token's text only a hash is stored. */
public interface TokenRepository {
    /** Inserts a new token. */
    void insert(Token token, String hash);

    /** Revokes an active token by id. */
    void revoke(Id id, Instant at);

    /**
     * Whether the use of a token should be recorded: it is known, not revoked, and its last recorded use is at least a
     * minute ago.
     */
    boolean isUseDue(String hash, Instant at);

    /** Records the use of a token, if due. */
    public void use(String hash, Instant at);

    /** Finds a token by id, including expired and revoked ones. */
    Optional<Token> find(Id id);

    /** Finds a token of an organization by name, including expired but not revoked ones. */
    Optional<Token> find(Id organizationId, Name name);

    /**
     * Lists tokens by name, or in the page's order.
     *
     * @param revoked whether to list revoked tokens instead
     */
    Listing<Token> list(Id organizationId, Page<Token> page, boolean revoked);

    /** Finds a token by the hash of its text, including expired and revoked ones. */
    Optional<Token> findByHash(String hash);

    /** Tokens created by a member that are not revoked, by name. */
    List<Token> ofMember(Id memberId);

    /** Tokens of an organization scoped to a project that are not revoked, by name. */
    List<Token> ofProject(Id organizationId, Id projectId);
}
