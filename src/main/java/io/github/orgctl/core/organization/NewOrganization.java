package io.github.orgctl.core.organization;

import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.WebsiteUrl;

/**
 * An organization to create.
 *
 * @param slug null to derive it from the name
 */
public record NewOrganization(
        Name name, Slug slug, WebsiteUrl websiteUrl, Description description, LiveWrites liveWrites) {}
