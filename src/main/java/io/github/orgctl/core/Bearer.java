package io.github.orgctl.core;

import io.github.orgctl.core.model.Action;
import io.github.orgctl.core.model.Credential;
import io.github.orgctl.core.model.Email;
import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.Member;
import io.github.orgctl.core.model.Role;
import io.github.orgctl.core.model.Target;
import io.github.orgctl.core.model.Token;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;
import java.util.Set;

/**
 * Whoever acts with a token: never with more than the token says, nor than the one who made it may now.
 *
 * @param person who made the token, or null where the local operator did
 * @param role what may be done at most
 */
record Bearer(Token token, Email person, Role role) {
    /** What may be looked at although it has more in it than the token is for: it tells where one is. */
    private static final Set<Action> AROUND =
            Set.of(Action.ORG_SHOW, Action.PROJECT_LIST, Action.PROJECT_SHOW, Action.ENV_LIST, Action.SCHEMA_SHOW);

    /**
     * @throws Failure FORBIDDEN when the token is unknown, expired or revoked, or the one who made it is suspended
     */
    static Bearer of(Credential credential, Tx tx, Instant now) {
        Token token = tx.tokens()
                .findByHash(credential.hash())
                .filter(found -> found.isValid(now))
                .orElseThrow(() -> invalid(credential));
        if (token.memberId() == null) {
            return new Bearer(token, null, token.role());
        }
        Member maker =
                tx.members().find(token.memberId()).filter(Member::isActive).orElseThrow(() -> invalid(credential));
        Role role = maker.role().compareTo(token.role()) < 0 ? maker.role() : token.role();
        return new Bearer(token, maker.email(), role);
    }

    /** Whether the token is for this, whatever its role: for one project or mode, it is for nothing that has others in it. */
    boolean covers(Action action, Target target) {
        boolean project = token.projectId() == null || token.projectId().equals(target.projectId());
        boolean mode = token.mode() == null || token.mode() == target.mode();
        if (project && mode) {
            return true;
        }
        return AROUND.contains(action) && (project || target.projectId() == null);
    }

    private static Failure invalid(Credential credential) {
        return new Failure(
                Failure.Kind.FORBIDDEN,
                "the token " + credential + " is not valid: it is unknown, expired or revoked",
                "ask an admin for another: orgctl token create --name NAME");
    }
}
