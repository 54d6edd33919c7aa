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
 * An actor with a token, limited by the token and by the current rights of the member who created it.
 *
 * @param maker who made the token, or null where the local operator did
 * @param status of the token when it is used
 */
record TokenPrincipal(Token token, Member maker, TokenStatus status) {
    /**
     * @throws Failure FORBIDDEN when the token is unknown, expired or revoked, or the one who made it is suspended
     */
    static TokenPrincipal of(Credential credential, Tx tx, Instant now) {
        Token token = tx.tokens().findByHash(credential.hash()).orElse(null);
        TokenPrincipal tokenPrincipal = token == null ? null : of(token, tx, now);
        if (tokenPrincipal == null || tokenPrincipal.status != TokenStatus.ACTIVE) {
            throw invalid(credential);
        }
        return tokenPrincipal;
    }

    /** The bearer of a token that may have ended. */
    static TokenPrincipal of(Token token, Tx tx, Instant now) {
        Member maker = token.memberId() == null
                ? null
                : tx.members().find(token.memberId()).orElseThrow();
        return new TokenPrincipal(token, maker, token.status(now));
    }

    /** Who made the token, or null where the local operator did. */
    Email person() {
        return maker == null ? null : maker.email();
    }

    Principal principal(Id organizationId) {
        boolean counts = status == TokenStatus.ACTIVE && token.organizationId().equals(organizationId);
        return new Principal(
                token.createdBy() + " with the token " + token.name(),
                false,
                maker,
                counts ? role() : null,
                token,
                status);
    }

    private Role role() {
        return maker != null && maker.role().compareTo(token.role()) < 0 ? maker.role() : token.role();
    }

    private static Failure invalid(Credential credential) {
        return new Failure(
                Failure.Kind.FORBIDDEN,
                "the token " + credential + " is not valid: it is unknown, expired or revoked",
                Advice.REQUEST_TOKEN.of());
    }
}
