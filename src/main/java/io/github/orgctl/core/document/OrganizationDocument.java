package io.github.orgctl.core.document;

import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.WebsiteUrl;
import java.util.List;

/**
 * The part of a document that describes an organization. Null means not mentioned, and therefore unchanged.
 *
 * @param id id of the existing organization, or null to match by slug
 * @param renamedFrom former slug, or null
 * @param members all members, by mailbox
 * @param billing the billing account
 * @param statesProjects whether the documents list all of its projects
 */
public record OrganizationDocument(
        Slug slug,
        Id id,
        Slug renamedFrom,
        Name name,
        WebsiteUrl websiteUrl,
        Description description,
        LiveWrites liveWrites,
        List<MemberDocument> members,
        BillingDocument billing,
        boolean statesProjects) {}
