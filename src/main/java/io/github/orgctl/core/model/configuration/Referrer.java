package io.github.orgctl.core.model.configuration;

import io.github.orgctl.core.model.value.Id;

/**
 * A template that refers to a value.
 *
 * @param place of the template
 * @param target what it refers to
 * @param environment of the template: {@code ORG/PROJECT:MODE}
 */
public record Referrer(ValuePlace place, ValuePlace target, Id projectId, Id organizationId, String environment) {
    /** How commands name it. */
    public String reference() {
        return environment + "/" + place.key();
    }
}
