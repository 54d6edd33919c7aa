package io.github.orgctl.core.kernel;

import io.github.orgctl.core.model.access.Credential;
import io.github.orgctl.core.model.value.Email;
import java.util.function.Supplier;

/**
 * The identity that a command acts as: a person, the bearer of a token, or, if both are null, the local operator. At
 * most one of person and token is not null.
 *
 * @param operator supplies the local operator's name in the audit log, {@code os:USER@HOST}; evaluated on demand
 * @param namesRequired whether changes that are audited require a named identity
 */
public record Credentials(Email person, Credential token, Supplier<String> operator, boolean namesRequired) {
    /** Whether the local operator acts, who owns the store and may do everything. */
    boolean isOperator() {
        return person == null && token == null;
    }
}
