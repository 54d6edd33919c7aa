package io.github.orgctl.core.document;

import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.WebsiteUrl;
import java.util.List;

/**
 * What a document says about an organization. Null stands for what it doesn't mention, which stays as it is.
 *
 * @param id the organization that is meant, or null to go by slug
 * @param renamedFrom its slug before, or null
 * @param members all its members, by their mailboxes
 * @param statesProjects whether the projects that the documents have are all it has
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
        boolean statesProjects) {}
