package io.github.orgctl.core.kernel;

import io.github.orgctl.core.model.access.Credential;
import io.github.orgctl.core.model.value.Email;
import java.util.function.Supplier;

/**
 * Who a command says is acting: a person, the bearer of a token, or nobody named, which is the local operator. At most
 * one of person and token is not null.
 *
 * @param operator what the audit trail calls the local operator: {@code os:USER@HOST}; asked for only when it is needed
 * @param namesRequired whether nothing that leaves an event may be done by somebody unnamed
 */
public record Credentials(Email person, Credential token, Supplier<String> operator, boolean namesRequired) {
    /** Whether the local operator acts, who owns the store and may do all. */
    boolean isOperator() {
        return person == null && token == null;
    }
}
