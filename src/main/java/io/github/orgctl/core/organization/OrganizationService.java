package io.github.orgctl.core.organization;

import io.github.orgctl.core.access.Members;
import io.github.orgctl.core.billing.BillingPauses;
import io.github.orgctl.core.billing.Statements;
import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.AuditTrail;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.kernel.Deletion;
import io.github.orgctl.core.kernel.Locks;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.Revisions;
import io.github.orgctl.core.kernel.Trash;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.billing.BillingAccount;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Days;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.IdSource;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.core.reference.BrokenReferences;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Operations on organizations, with their rules. */
public final class OrganizationService {
    private final UnitOfWork work;
    private final Tx tx;
    private final Resolver resolver;
    private final Trash trash;
    private final Locks locks;
    private final Access access;
    private final AuditTrail trail;
    private final Instant now;
    private final IdSource ids;

    public OrganizationService(UnitOfWork work) {
        this.work = work;
        this.tx = work.tx();
        this.resolver = work.resolver();
        this.trash = new Trash(work);
        this.locks = new Locks(work);
        this.access = work.access();
        this.trail = work.trail();
        this.now = work.now();
        this.ids = work.ids();
    }

    /**
     * Creates an organization. An acting person becomes its first owner; the local operator creates it without members.
     *
     * @param ifNotExists whether to succeed if an organization with the slug exists
     * @throws Failure CONFLICT if the name or slug is taken
     */
    public Change<Organization> create(NewOrganization draft, boolean ifNotExists) {
        access.require(Action.ORG_CREATE);
        Slug slug = draft.slug() == null ? Slug.from(draft.name()) : draft.slug();
        Optional<Organization> existing = tx.organizations().find(slug);
        if (ifNotExists && existing.isPresent() && access.sees(existing.get().id())) {
            return Change.none(existing.get());
        }
        Organization organization = new Organization(
                ids.next(),
                slug,
                draft.name(),
                draft.websiteUrl(),
                draft.description(),
                draft.liveWrites(),
                0,
                1,
                now,
                now,
                null);
        refuseTaken(organization);
        tx.organizations().insert(organization);
        tx.billingAccounts().insert(BillingAccount.opening(organization));
        record(Action.ORG_CREATE, null, organization);
        if (access.person() != null) {
            addOwner(organization, access.person());
        }
        return Change.made(organization);
    }

    private void addOwner(Organization organization, Email email) {
        Member owner = new Member(
                ids.next(), organization.id(), organization.slug(), email, Role.OWNER, MemberStatus.ACTIVE, now, now);
        new Members(tx).insert(owner);
        trail.record(
                Action.ORG_CREATE,
                Target.of(organization, email.mailbox()),
                List.of(FieldChange.added("role", owner.role()), FieldChange.added("status", owner.status())));
    }

    /**
     * @param deleted whether to list the trash instead
     */
    public Listing<Organization> list(Page<OrganizationReference> page, boolean deleted) {
        Organization after = page.after() == null
                ? null
                : deleted
                        ? trash.organization(page.after(), Action.ORG_LIST)
                        : resolver.organization(page.after(), Action.ORG_LIST);
        AccessScope scope = access.scope();
        Listing<Organization> listing =
                tx.organizations().list(scope, new Page<>(page.limit(), after, page.sort()), deleted);
        return scope.project() == null
                ? listing
                : action -> listing.forEach(organization -> action.accept(asSeen(organization, scope)));
    }

    /** Whether the organization exists outside the trash and is visible to the acting identity. */
    public boolean exists(OrganizationReference reference) {
        return resolver.isOrganization(reference);
    }

    /**
     * @param reference null for the current organization
     */
    public Organization show(OrganizationReference reference) {
        return asSeen(resolver.organization(reference, Action.ORG_SHOW), access.scope());
    }

    /** The organization, whose count of projects covers only those in scope. */
    private Organization asSeen(Organization organization, AccessScope scope) {
        if (scope.project() == null) {
            return organization;
        }
        boolean used = tx.projects()
                .find(scope.project())
                .filter(project -> project.deletedAt() == null)
                .isPresent();
        return organization.withProjects(used ? 1 : 0);
    }

    /**
     * Updates an organization. Its id never changes.
     *
     * @param expectedRevision the expected revision, or null for any
     * @throws Failure CONFLICT if the revision differs, or the name or slug is taken; FORBIDDEN if the acting identity may
     *     not change {@code liveWrites}
     */
    public Change<Organization> update(
            OrganizationReference reference, OrganizationChanges changes, Long expectedRevision) {
        Organization before = resolver.organization(reference, Action.ORG_UPDATE);
        Revisions.check(expectedRevision, before.revision(), "the organization " + before.slug());
        Organization after = changes.applyTo(before);
        if (after.equals(before)) {
            return Change.none(before);
        }
        if (!after.liveWrites().equals(before.liveWrites())) {
            access.require(Action.ORG_LIVE_WRITES, Target.of(before));
        }
        refuseTaken(after);
        record(Action.ORG_UPDATE, before, after);
        return Change.made(saved(after.revised(now)));
    }

    /**
     * Moves an organization with its projects to the trash, where it is not charged, or purges both.
     *
     * @throws Failure REFUSED without the right confirmation; RULE if it would be purged with charges that are not in a
     *     closed statement
     */
    public Change<Organization> delete(OrganizationReference reference, Deletion deletion) {
        Optional<Organization> target = deletionTarget(reference, deletion);
        if (target.isEmpty()) {
            return Change.none(null);
        }
        Organization organization = target.get();
        if (!deletion.breaksReferences() && organization.deletedAt() == null) {
            new BrokenReferences(work).refuse(organization);
        }
        deletion.confirm("organization", organization.slug());
        if (deletion.purge()) {
            new Statements(tx, now).refuseUnbilled(organization);
            record(Action.ORG_DELETE, organization, null);
            tx.organizations().purge(organization.id());
            return Change.made(organization);
        }
        Organization trashed = organization.trashed(now);
        record(Action.ORG_DELETE, organization, trashed);
        new Projects(tx).deleteWithOrganization(organization.id(), trashed.deletedAt());
        new BillingPauses(tx)
                .begin(organization.id(), Days.of(trashed.deletedAt()).plusDays(1));
        return Change.made(saved(trashed));
    }

    /**
     * The organization that would be deleted, for the confirmation; empty if it does not exist.
     *
     * @throws Failure REFUSED if one of its environments is locked
     */
    public Optional<Organization> deletionTarget(OrganizationReference reference, Deletion deletion) {
        Optional<Organization> target = deletion.target(
                () -> resolver.organization(reference, Action.ORG_DELETE),
                () -> trash.organization(reference, Action.ORG_DELETE));
        target.ifPresent(organization -> locks.refuseAny(organization.id(), null));
        return target;
    }

    /**
     * Restores an organization from the trash, with the projects that were deleted with it.
     *
     * @throws Failure CONFLICT if its name or slug is now taken; RULE if a month would be billed in two currencies
     */
    public Change<Organization> restore(OrganizationReference reference) {
        Organization trashed = trash.organization(reference, Action.ORG_RESTORE);
        refuseTaken(trashed);
        Organization revised = trashed.revised(now);
        new Projects(tx).restoreWithOrganization(trashed.id(), revised.updatedAt());
        new BillingPauses(tx).end(trashed.id(), Days.of(revised.updatedAt()));
        Organization restored = saved(revised);
        record(Action.ORG_RESTORE, trashed, restored);
        return Change.made(restored);
    }

    /**
     * @param before null if it did not exist
     * @param after null if it was purged
     */
    private void record(Action action, Organization before, Organization after) {
        FieldChange.Collector fields = new FieldChange.Collector();
        fields.add("slug", field(before, Organization::slug), field(after, Organization::slug));
        fields.add("name", field(before, Organization::name), field(after, Organization::name));
        fields.add("websiteUrl", field(before, Organization::websiteUrl), field(after, Organization::websiteUrl));
        fields.add("description", field(before, Organization::description), field(after, Organization::description));
        fields.add("liveWrites", field(before, Organization::liveWrites), field(after, Organization::liveWrites));
        fields.add("deletedAt", field(before, Organization::deletedAt), field(after, Organization::deletedAt));
        trail.record(action, Target.of(after == null ? before : after), fields.changes());
    }

    private static Object field(Organization organization, Function<Organization, Object> field) {
        return organization == null ? null : field.apply(organization);
    }

    private Organization saved(Organization organization) {
        tx.organizations().update(organization);
        return tx.organizations().find(organization.id()).orElseThrow();
    }

    private void refuseTaken(Organization wanted) {
        refuseTaken(tx.organizations().find(wanted.slug()), wanted.id(), "slug '" + wanted.slug() + "'");
        refuseTaken(tx.organizations().find(wanted.name()), wanted.id(), "name '" + wanted.name() + "'");
    }

    private void refuseTaken(Optional<Organization> holder, Id wanted, String what) {
        if (holder.isEmpty() || holder.get().id().equals(wanted)) {
            return;
        }
        if (!access.sees(holder.get().id())) {
            throw Failure.taken(what);
        }
        throw new Failure(
                Failure.Kind.CONFLICT,
                "an organization with the " + what + " already exists: "
                        + holder.get().id(),
                Advice.SHOW_ORGANIZATION.of(holder.get().slug()));
    }
}
