package io.github.orgctl.core.document;

import io.github.orgctl.core.document.PlannedChange.Operation;
import io.github.orgctl.core.document.PlannedChange.Resource;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import java.util.ArrayList;
import java.util.List;

/** Compares organizations with documents, except for members, billing and projects. */
final class OrganizationPlanner {
    private final Planning planning;
    private final PlanNotes notes;
    private final List<PlannedWork.OfOrganization> organizations = new ArrayList<>();

    OrganizationPlanner(Planning planning) {
        this.planning = planning;
        this.notes = planning.notes();
    }

    /** The planned changes, in document order. */
    List<PlannedWork.OfOrganization> organizations() {
        return organizations;
    }

    void plan(OrganizationDocument document) {
        String address = document.slug().value();
        Organization before = planning.targets().organization(document.slug());
        if (before == null) {
            requireSight(document);
            notes.require(Action.ORG_CREATE);
            requireName(document.name(), "organization", address);
            notes.add(Operation.CREATE, Resource.ORGANIZATION, address, null, null, PlanNotes.json(document.name()));
            notes.initial(Resource.ORGANIZATION, address, "websiteUrl", document.websiteUrl());
            notes.initial(Resource.ORGANIZATION, address, "description", document.description());
            notes.initial(Resource.ORGANIZATION, address, "liveWrites", document.liveWrites());
            notes.dependOn(address, Precondition.ABSENT);
            organizations.add(new PlannedWork.OfOrganization(document, null));
        } else {
            planUpdate(document, before);
        }
    }

    /** An organization that exists but is not visible can't be created either. */
    private void requireSight(OrganizationDocument document) {
        planning.tx()
                .organizations()
                .find(document.slug())
                .filter(found -> found.deletedAt() == null)
                .filter(found -> !planning.work().access().sees(found.id()))
                .ifPresent(found -> notes.require(Action.ORG_SHOW, Target.of(found)));
    }

    static void requireName(Name name, String noun, String address) {
        if (name == null) {
            throw Failure.usage(
                    "the " + noun + " " + address + " does not exist: its document requires a name to create it",
                    "if it was renamed, set renamedFrom to its former slug");
        }
    }

    private void planUpdate(OrganizationDocument document, Organization before) {
        String address = document.slug().value();
        int entries = notes.entries.size();
        notes.field(Resource.ORGANIZATION, address, "slug", before.slug(), document.slug());
        notes.field(Resource.ORGANIZATION, address, "name", before.name(), document.name());
        notes.field(Resource.ORGANIZATION, address, "websiteUrl", before.websiteUrl(), document.websiteUrl());
        notes.field(Resource.ORGANIZATION, address, "description", before.description(), document.description());
        notes.field(
                Resource.ORGANIZATION,
                address,
                "liveWrites",
                before.liveWrites(),
                document.liveWrites(),
                ChangeGate.ROLE_CHANGES);
        if (notes.entries.size() > entries) {
            Target target = Target.of(before);
            notes.require(Action.ORG_UPDATE, target);
            boolean liveWrites =
                    document.liveWrites() != null && !document.liveWrites().equals(before.liveWrites());
            if (liveWrites) {
                notes.require(Action.ORG_LIVE_WRITES, target);
            }
            notes.dependOn(address, state(before.id(), before.revision()));
            organizations.add(new PlannedWork.OfOrganization(document, before));
        }
    }

    /** The state of a resource for the plan's preconditions. */
    static String state(Id id, long revision) {
        return id + " revision " + revision;
    }
}
