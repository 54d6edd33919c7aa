package io.github.orgctl.core.access;

import io.github.orgctl.core.model.access.TokenReference;
import io.github.orgctl.core.model.value.Email;

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
