package io.github.orgctl.core.organization;

import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.WebsiteUrl;

/** New values for an organization; null leaves a value as it is. */
public record OrganizationChanges(
        Name name, Slug slug, WebsiteUrl websiteUrl, Description description, LiveWrites liveWrites) {}
