package io.github.orgctl.core.organization;

import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.WebsiteUrl;
import java.util.Objects;

/** New values for an organization; null keeps a value. */
public record OrganizationChanges(
        Name name, Slug slug, WebsiteUrl websiteUrl, Description description, LiveWrites liveWrites) {
    Organization applyTo(Organization before) {
        return before.with(
                Objects.requireNonNullElse(slug, before.slug()),
                Objects.requireNonNullElse(name, before.name()),
                Objects.requireNonNullElse(websiteUrl, before.websiteUrl()),
                Objects.requireNonNullElse(description, before.description()),
                Objects.requireNonNullElse(liveWrites, before.liveWrites()));
    }
}
