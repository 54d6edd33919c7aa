package io.github.orgctl.core.billing;

import io.github.orgctl.core.model.billing.Issuer;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Line;
import java.util.Objects;
import java.util.Optional;

/** New values of the issuer; null leaves one as it is, and empty removes it. */
public record IssuerChanges(Line name, Description address, Line taxId, Optional<Email> email) {
    // Nothing, something and no change are three things to tell apart.
    @SuppressWarnings({"OptionalUsedAsFieldOrParameterType", "OptionalAssignedToNull"})
    Issuer applyTo(Issuer before) {
        return new Issuer(
                Objects.requireNonNullElse(name, before.name()),
                Objects.requireNonNullElse(address, before.address()),
                Objects.requireNonNullElse(taxId, before.taxId()),
                email == null ? before.email() : email.orElse(null));
    }
}
