package io.github.orgctl.core.organization;

import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;
import java.util.Objects;

/** New values for a project; null keeps a value. */
public record ProjectChanges(Name name, Slug slug, Description description) {
    Project applyTo(Project before) {
        return before.with(
                Objects.requireNonNullElse(slug, before.slug()),
                Objects.requireNonNullElse(name, before.name()),
                Objects.requireNonNullElse(description, before.description()));
    }
}
