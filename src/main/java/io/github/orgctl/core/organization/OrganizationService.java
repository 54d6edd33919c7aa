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

/** What can be done with organizations, and the rules for it. */
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
     * Makes an organization. A person who does it is its first owner; the local operator leaves it without one.
     *
     * @param ifNotExists whether the one that has the slug already is as good
     * @throws Failure CONFLICT when name or slug is taken
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
     * @param deleted those in the trash instead of the others
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

    /** Whether there is one that is seen and not in the trash. */
    public boolean exists(OrganizationReference reference) {
        return resolver.isOrganization(reference);
    }

    /**
     * @param reference null for the current organization
     */
    public Organization show(OrganizationReference reference) {
        return asSeen(resolver.organization(reference, Action.ORG_SHOW), access.scope());
    }

    /** A token for one project does not learn how many others there are. */
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
     * Changes an organization's values; its id never changes.
     *
     * @param expectedRevision the revision the edit is meant for, or null
     * @throws Failure CONFLICT when the revision is another or name or slug is taken; FORBIDDEN when it is {@code
     *     liveWrites} that would change, and the acting identity may not do that
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
     * Moves an organization with its projects into the trash, from where it costs nothing, or removes both for good.
     *
     * @throws Failure REFUSED without the right confirmation; RULE when it is to be removed for good and has something to
     *     pay that no closed statement has
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
     * What a deletion would take away, so that it can be shown before it is confirmed; empty where nothing is there.
     *
     * @throws Failure REFUSED when an environment in it is locked
     */
    public Optional<Organization> deletionTarget(OrganizationReference reference, Deletion deletion) {
        Optional<Organization> target = deletion.target(
                () -> resolver.organization(reference, Action.ORG_DELETE),
                () -> trash.organization(reference, Action.ORG_DELETE));
        target.ifPresent(organization -> locks.refuseAny(organization.id(), null));
        return target;
    }

    /**
     * Brings an organization back from the trash, with exactly the projects that went there along with it.
     *
     * @throws Failure CONFLICT when its name or slug was given to another meanwhile; RULE when a month would be billed in
     *     two currencies
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
     * @param before null where it did not exist
     * @param after null where it is gone for good
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
