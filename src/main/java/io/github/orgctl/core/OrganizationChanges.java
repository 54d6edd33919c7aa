package io.github.orgctl.core;

import io.github.orgctl.core.model.Description;
import io.github.orgctl.core.model.LiveWrites;
import io.github.orgctl.core.model.Name;
import io.github.orgctl.core.model.Slug;
import io.github.orgctl.core.model.WebsiteUrl;

/** New values for an organization; null leaves a value as it is. */
public record OrganizationChanges(
        Name name, Slug slug, WebsiteUrl websiteUrl, Description description, LiveWrites liveWrites) {}
