package io.github.orgctl.core.access;

import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.access.Token;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.value.FieldChange;
import java.util.List;

/**
 * Revokes tokens, individually or together with their creator or scope. Each revocation writes an audit event. Revoked
 * tokens are kept, so that a leaked one can be recognized as revoked.
 */
public final class TokenRevoker {
    private final UnitOfWork work;

    public TokenRevoker(UnitOfWork work) {
        this.work = work;
    }

    /** Revokes an active token. */
    public Token of(Token token) {
        Token revoked = token.revoked(work.now());
        work.tx().tokens().revoke(token.id(), revoked.revokedAt());
        Organization organization =
                work.tx().organizations().find(token.organizationId()).orElseThrow();
        work.trail()
                .record(
                        Action.TOKEN_REVOKE,
                        Target.of(organization, token.name().value()),
                        List.of(FieldChange.added("revokedAt", revoked.revokedAt())));
        return revoked;
    }

    /** Revokes active tokens. */
    public void of(List<Token> tokens) {
        for (Token token : tokens) {
            of(token);
        }
    }
}
