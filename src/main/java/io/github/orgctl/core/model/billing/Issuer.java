package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.model.value.Line;
import java.util.List;

/**
 * The business that issues a store's statements.
 *
 * @param name legal name; empty if not set
 * @param email null for none
 */
public record Issuer(Line name, Description address, Line taxId, Email email) {
    public static final Issuer NONE = new Issuer(Line.NONE, Description.NONE, Line.NONE, null);

    /** Changed fields between two states. */
    public List<FieldChange> changesTo(Issuer after) {
        return new FieldChange.Collector()
                .add("name", name, after.name)
                .add("address", address, after.address)
                .add("taxId", taxId, after.taxId)
                .add("email", email, after.email)
                .changes();
    }
}
