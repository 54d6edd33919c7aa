package io.github.orgctl.core.document;

import io.github.orgctl.core.billing.BillingChanges;
import io.github.orgctl.core.billing.IssuerChanges;
import io.github.orgctl.core.billing.PricePlanChanges;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.SecretReference;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.value.Slug;
import java.util.List;
import java.util.NavigableMap;

/**
 * A plan with everything needed to carry it out.
 *
 * @param issuer null if unchanged
 * @param deleted projects to delete
 */
record PlannedWork(
        ChangePlan plan,
        IssuerChanges issuer,
        List<OfPricePlan> pricePlans,
        List<OfOrganization> organizations,
        List<OfProject> projects,
        List<OfAccount> accounts,
        List<OfMember> members,
        List<Project> deleted) {
    /**
     * @param withdrawn numbers of versions to withdraw
     * @param versions new versions by first day, including the first one of a new price plan
     * @param retired whether to retire it, or null if unchanged
     */
    record OfPricePlan(
            Slug name, boolean isNew, List<Long> withdrawn, List<PricePlanChanges> versions, Boolean retired) {}

    /**
     * @param organization the document's organization
     * @param changes changes to make in order
     */
    record OfAccount(OrganizationDocument organization, List<BillingChanges> changes) {}

    /**
     * @param before the existing organization, or null if it is to be created
     */
    record OfOrganization(OrganizationDocument document, Organization before) {}

    /**
     * @param before the existing project, or null if it is to be created
     * @param schema the new schema; empty to remove it, null if unchanged
     */
    record OfProject(ProjectDocument document, Project before, String schema, List<OfEnvironment> environments) {}

    /**
     * @param values all new values, or null if unchanged
     * @param references secrets that become references
     * @param unset secrets to remove
     */
    record OfEnvironment(
            Mode mode, Configuration values, NavigableMap<Key, SecretReference> references, List<Key> unset) {}

    /**
     * @param organization the document's organization
     * @param before the existing member, or null to invite
     * @param after null to remove
     */
    record OfMember(OrganizationDocument organization, Member before, MemberDocument after) {}
}
