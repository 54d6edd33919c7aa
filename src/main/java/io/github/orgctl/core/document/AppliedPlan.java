package io.github.orgctl.core.document;

import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Slug;
import java.util.List;

/**
 * Result of applying documents.
 *
 * @param invited members whose invitations have not been issued yet
 * @param refusal the reason why nothing was changed, or null
 */
public record AppliedPlan(ChangePlan plan, List<Invited> invited, Failure refusal) {
    /** A member who was added with the status {@code invited}. */
    public record Invited(Slug organization, Email email) {}
}
