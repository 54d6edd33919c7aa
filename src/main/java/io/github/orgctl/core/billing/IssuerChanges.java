package io.github.orgctl.core.billing;

import io.github.orgctl.core.model.billing.Issuer;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Line;
import java.util.Objects;
import java.util.Optional;

/** Changes of the issuer. Null leaves a field unchanged; empty clears it. */
public record IssuerChanges(Line name, Description address, Line taxId, Optional<Email> email) {
    /** Applies the changes. */
    // Null, empty and present have different meanings.
    @SuppressWarnings({"OptionalUsedAsFieldOrParameterType", "OptionalAssignedToNull"})
    public Issuer applyTo(Issuer before) {
        return new Issuer(
                Objects.requireNonNullElse(name, before.name()),
                Objects.requireNonNullElse(address, before.address()),
                Objects.requireNonNullElse(taxId, before.taxId()),
                email == null ? before.email() : email.orElse(null));
    }
}
