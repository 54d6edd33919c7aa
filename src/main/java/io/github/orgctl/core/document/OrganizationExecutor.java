package io.github.orgctl.core.document;

import io.github.orgctl.core.kernel.Context;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.WebsiteUrl;
import io.github.orgctl.core.organization.NewOrganization;
import io.github.orgctl.core.organization.OrganizationChanges;
import io.github.orgctl.core.organization.OrganizationService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Applies a plan's changes to organizations, and tracks which organization each document describes. */
final class OrganizationExecutor {
    private final UnitOfWork work;
    private final Map<Slug, Id> ids = new HashMap<>();

    OrganizationExecutor(UnitOfWork work) {
        this.work = work;
    }

    /** Renames organizations temporarily until all desired names and slugs are free. */
    void setAside(List<PlannedWork.OfOrganization> planned) {
        for (PlannedWork.OfOrganization each : planned) {
            Organization before = each.before();
            boolean wanted = before != null
                    && planned.stream()
                            .map(PlannedWork.OfOrganization::document)
                            .anyMatch(other ->
                                    !other.slug().equals(each.document().slug())
                                            && (other.slug().equals(before.slug())
                                                    || before.name().equals(other.name())));
            if (wanted) {
                update(before, new OrganizationChanges(aside(before.id()), asideSlug(before.id()), null, null, null));
            }
        }
    }

    /** A unique temporary name. */
    static Name aside(Id id) {
        return new Name("renaming " + id);
    }

    /** A unique temporary slug. */
    static Slug asideSlug(Id id) {
        return new Slug("renaming-" + id);
    }

    private void update(Organization before, OrganizationChanges changes) {
        new OrganizationService(work).update(new OrganizationReference.ById(before.id()), changes, null);
    }

    void write(PlannedWork.OfOrganization each) {
        OrganizationDocument document = each.document();
        if (each.before() == null) {
            Organization made = new OrganizationService(work)
                    .create(
                            new NewOrganization(
                                    document.name(),
                                    document.slug(),
                                    Objects.requireNonNullElse(document.websiteUrl(), WebsiteUrl.NONE),
                                    Objects.requireNonNullElse(document.description(), Description.NONE),
                                    Objects.requireNonNullElse(document.liveWrites(), LiveWrites.DEFAULT)),
                            false)
                    .value();
            ids.put(document.slug(), made.id());
            return;
        }
        Organization before = each.before();
        ids.put(document.slug(), before.id());
        update(
                before,
                new OrganizationChanges(
                        Objects.requireNonNullElse(document.name(), before.name()),
                        document.slug(),
                        document.websiteUrl(),
                        document.description(),
                        null));
    }

    /** The id of the organization that has a document's slug now. */
    Id id(Slug slug) {
        return ids.computeIfAbsent(
                slug,
                wanted -> work.tx().organizations().find(wanted).orElseThrow().id());
    }

    /** Returns the unit of work with another current organization. */
    UnitOfWork within(Id organization) {
        Context context = new Context(new OrganizationReference.ById(organization), "a document", null, null, null);
        Resolver resolver = new Resolver(work.tx(), context, work.access());
        return new UnitOfWork(work.tx(), work.now(), work.ids(), work.access(), work.trail(), resolver);
    }

    /** Changes the required role for live last, because the plan's rights were checked against the previous one. */
    void writeLiveWrites(PlannedWork.OfOrganization each) {
        LiveWrites liveWrites = each.document().liveWrites();
        if (each.before() != null && liveWrites != null) {
            update(each.before(), new OrganizationChanges(null, null, null, null, liveWrites));
        }
    }
}
