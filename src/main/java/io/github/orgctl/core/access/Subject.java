package io.github.orgctl.core.access;

import io.github.orgctl.core.model.access.TokenReference;
import io.github.orgctl.core.model.value.Email;

/**
 * The subject of a question about rights: a person, a token, or, if both are null, the acting identity.
 *
 * @param token null if the subject is not a token
 */
public record Subject(Email member, TokenReference token) {
    boolean isActing() {
        return member == null && token == null;
    }
}
