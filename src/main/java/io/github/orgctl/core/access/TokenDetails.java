package io.github.orgctl.core.access;

import io.github.orgctl.core.model.access.Token;
import io.github.orgctl.core.model.access.TokenStatus;

/**
 * A token as it is shown.
 *
 * @param text what proves it, which only the one who has just made it gets to see; else null
 */
public record TokenDetails(Token token, TokenStatus status, String text) {
    /** The same without what proves it. */
    public TokenDetails concealed() {
        return new TokenDetails(token, status, null);
    }
}
