package io.github.orgctl.core.access;

import io.github.orgctl.core.model.access.Token;
import io.github.orgctl.core.model.access.TokenStatus;

/**
 * A token as it is shown.
 *
 * @param text the token's text, present only when it has just been created; otherwise null
 */
public record TokenDetails(Token token, TokenStatus status, String text) {
    /** Returns a copy without the text. */
    public TokenDetails concealed() {
        return new TokenDetails(token, status, null);
    }
}
