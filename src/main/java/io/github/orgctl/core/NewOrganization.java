package io.github.orgctl.core;

import io.github.orgctl.core.model.Description;
import io.github.orgctl.core.model.LiveWrites;
import io.github.orgctl.core.model.Name;
import io.github.orgctl.core.model.Slug;
import io.github.orgctl.core.model.WebsiteUrl;

/**
 * An organization that is to be made.
 *
 * @param slug null to derive it from the name
 */
public record NewOrganization(
        Name name, Slug slug, WebsiteUrl websiteUrl, Description description, LiveWrites liveWrites) {}
