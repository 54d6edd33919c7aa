package io.github.orgctl.core.access;

import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.access.Token;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.value.FieldChange;
import java.util.List;

/**
 * The end of tokens, by themselves or along with who made them or what they are for: each leaves an event, and stays among
 * the revoked ones, so that a text that turns up somewhere can be told to be dead.
 */
public final class TokenRevoker {
    private final UnitOfWork work;

    public TokenRevoker(UnitOfWork work) {
        this.work = work;
    }

    /** Ends a token that is not revoked. */
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

    /** Ends tokens that are not revoked. */
    public void of(List<Token> tokens) {
        for (Token token : tokens) {
            of(token);
        }
    }
}
