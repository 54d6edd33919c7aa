package io.github.orgctl.core.port;

import io.github.orgctl.core.model.access.Token;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where API tokens are kept: everything but the text that proves them, of which there is a hash. */
public interface TokenRepository {
    /** Keeps a new token. */
    void insert(Token token, String hash);

    /** Ends the token with that id, which is not revoked. */
    void revoke(Id id, Instant at);

    /**
     * Whether it is to be noted that the token whose text has this hash is used: it was noted a minute before or earlier,
     * and the token is known and not revoked.
     */
    boolean isUseDue(String hash, Instant at);

    /** Notes that the token whose text has this hash is used, where that is due. */
    public void use(String hash, Instant at);

    /** The token with this id, ended or not. */
    Optional<Token> find(Id id);

    /** The token of that organization with this name that is not revoked, expired or not. */
    Optional<Token> find(Id organizationId, Name name);

    /**
     * The organization's tokens by name, or in the page's order.
     *
     * @param revoked those that are revoked instead of the others
     */
    Listing<Token> list(Id organizationId, Page<Token> page, boolean revoked);

    /** The token whose text has this hash, ended or not. */
    Optional<Token> findByHash(String hash);

    /** Those that a member made and that are not revoked, by name. */
    List<Token> ofMember(Id memberId);

    /** Those of that organization that are for that project alone and are not revoked, by name. */
    List<Token> ofProject(Id organizationId, Id projectId);
}
