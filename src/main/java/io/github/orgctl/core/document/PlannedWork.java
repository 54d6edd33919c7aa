package io.github.orgctl.core.document;

import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.SecretReference;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Project;
import java.util.List;
import java.util.NavigableMap;

/**
 * A plan with what it takes to carry it out.
 *
 * @param deleted projects that go
 */
record PlannedWork(
        ChangePlan plan,
        List<OfOrganization> organizations,
        List<OfProject> projects,
        List<OfMember> members,
        List<Project> deleted) {
    /**
     * @param before as it is in the store, or null where it is created
     */
    record OfOrganization(OrganizationDocument document, Organization before) {}

    /**
     * @param before as it is in the store, or null where it is created
     * @param schema its text then; empty where it goes, and null where it stays as it is
     */
    record OfProject(ProjectDocument document, Project before, String schema, List<OfEnvironment> environments) {}

    /**
     * @param values all values then, or null where they stay as they are
     * @param references the secrets that refer to another place then
     * @param unset the secrets that go
     */
    record OfEnvironment(
            Mode mode, Configuration values, NavigableMap<Key, SecretReference> references, List<Key> unset) {}

    /**
     * @param organization of the document
     * @param before as the store has them, or null where they are invited
     * @param after null where they are removed
     */
    record OfMember(OrganizationDocument organization, Member before, MemberDocument after) {}
}
