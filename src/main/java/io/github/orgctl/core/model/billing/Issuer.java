package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Line;

/**
 * The business that issues a store's statements.
 *
 * @param name its legal name, empty while it is not known
 * @param email null for none
 */
public record Issuer(Line name, Description address, Line taxId, Email email) {
    public static final Issuer NONE = new Issuer(Line.NONE, Description.NONE, Line.NONE, null);
}
