package io.github.orgctl.core.kernel;

import io.github.orgctl.core.model.access.Credential;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.Token;
import io.github.orgctl.core.model.access.TokenStatus;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;

/**
 * An actor using a token, limited by the token and by the current rights of its creator.
 *
 * @param creator the token's creator, or null for the local operator
 * @param status the token's status at the time of use
 */
record TokenPrincipal(Token token, Member creator, TokenStatus status) {
    /**
     * @throws Failure FORBIDDEN if the token is unknown, expired or revoked, or its creator is suspended
     */
    static TokenPrincipal of(Credential credential, Tx tx, Instant now) {
        Token token = tx.tokens().findByHash(credential.hash()).orElse(null);
        TokenPrincipal tokenPrincipal = token == null ? null : of(token, tx, now);
        if (tokenPrincipal == null || tokenPrincipal.status != TokenStatus.ACTIVE) {
            throw invalid(credential);
        }
        return tokenPrincipal;
    }

    /** The bearer of a token, which may have expired or been revoked. */
    static TokenPrincipal of(Token token, Tx tx, Instant now) {
        Member creator = token.memberId() == null
                ? null
                : tx.members().find(token.memberId()).orElseThrow();
        return new TokenPrincipal(token, creator, token.status(now));
    }

    /** The token's creator, or null for the local operator. */
    Email person() {
        return creator == null ? null : creator.email();
    }

    Principal principal(Id organizationId) {
        boolean counts = status == TokenStatus.ACTIVE && token.organizationId().equals(organizationId);
        return new Principal(
                token.createdBy() + " with the token " + token.name(),
                false,
                creator,
                counts ? role() : null,
                token,
                status);
    }

    private Role role() {
        return creator != null && creator.role().compareTo(token.role()) < 0 ? creator.role() : token.role();
    }

    private static Failure invalid(Credential credential) {
        return new Failure(
                Failure.Kind.FORBIDDEN,
                "the token " + credential + " is not valid: it is unknown, expired or revoked",
                Advice.REQUEST_TOKEN.of());
    }
}
