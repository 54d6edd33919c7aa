package io.github.orgctl.core;

import io.github.orgctl.core.model.Email;
import io.github.orgctl.core.model.TokenReference;

/**
 * Whose rights are asked about: a person's, a token's, or the acting identity's own where both are null.
 *
 * @param token null where it is no token
 */
public record Subject(Email member, TokenReference token) {
    boolean isActing() {
        return member == null && token == null;
    }
}
