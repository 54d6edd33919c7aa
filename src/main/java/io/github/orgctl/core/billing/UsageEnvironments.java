package io.github.orgctl.core.billing;

import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.billing.UsageEnvironment;
import io.github.orgctl.core.model.billing.UsageEnvironment.Ownership;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.Tx;
import java.util.Optional;

/**
 * Resolves environments for usage, which belongs to the organization that owned the project at the time. An environment
 * ID is accepted even if its project is in the trash or belongs to another organization by now; other references go to
 * the {@link Resolver}.
 */
final class UsageEnvironments {
    /** An organization's usage of an environment. */
    record Part(Organization organization, Id environment) {}

    private final Tx tx;
    private final Resolver resolver;
    private final Access access;

    UsageEnvironments(Tx tx, Resolver resolver, Access access) {
        this.tx = tx;
        this.resolver = resolver;
        this.access = access;
    }

    /** Finds an environment by id, if the acting identity may see its project and an organization that owned it. */
    Optional<UsageEnvironment> find(Id id) {
        return tx.usage()
                .environment(id)
                .filter(environment -> access.seesProject(environment.projectId()) && owner(environment) != null);
    }

    /** Its name in the latest visible organization that owned it. */
    String name(UsageEnvironment environment) {
        return owner(environment).reference();
    }

    private Ownership owner(UsageEnvironment environment) {
        Ownership last = null;
        for (Ownership owner : environment.owners()) {
            if (owner.reference() != null && access.sees(owner.organizationId())) {
                last = owner;
            }
        }
        return last;
    }

    static Failure unknown(Id id) {
        return new Failure(
                Failure.Kind.NOT_FOUND, "no environment has the ID " + id, Advice.LIST_ALL_ENVIRONMENTS.of());
    }

    /** The access target for the environment in an organization that owned it. */
    static Target target(Organization organization, UsageEnvironment environment, Ownership owner) {
        return new Target(
                organization.id(), organization.slug(), environment.projectId(), environment.mode(), owner.reference());
    }

    /**
     * Resolves the environment to record usage for. An ID is not restricted to the current organization; access is
     * checked for its owner.
     */
    Id recorded(EnvironmentReference reference, Action action) {
        return byOwnId(reference)
                .map(UsageEnvironment::id)
                .orElseGet(() -> resolver.writableEnvironment(reference, action).id());
    }

    /**
     * Resolves the usage to list: the current organization's if the environment was purged, otherwise that of the named
     * organization or of the latest owner.
     */
    Part part(EnvironmentReference reference, Action action) {
        Optional<UsageEnvironment> known = byOwnId(reference);
        if (known.isPresent()) {
            return part(known.get(), action);
        }
        if (reference instanceof EnvironmentReference.ById byId
                && resolver.context().organization() != null
                && !resolver.isProject(byId.id())) {
            Organization current = resolver.organization(null, action);
            if (tx.usage().isRecorded(current.id(), byId.id())) {
                return new Part(current, byId.id());
            }
        }
        Environment environment = resolver.environment(reference, action);
        return new Part(tx.organizations().find(environment.organizationId()).orElseThrow(), environment.id());
    }

    private Part part(UsageEnvironment environment, Action action) {
        Ownership wanted = owner(environment);
        if (resolver.context().organizationIsGiven()) {
            Id given = resolver.organization(null, action).id();
            for (Ownership owner : environment.owners()) {
                wanted = owner.organizationId().equals(given) ? owner : wanted;
            }
            resolver.refuseOtherThanGiven(
                    wanted.organizationId(), environment.id().value());
        }
        Organization organization =
                tx.organizations().find(wanted.organizationId()).orElseThrow();
        access.require(action, target(organization, environment, wanted));
        return new Part(organization, environment.id());
    }

    private Optional<UsageEnvironment> byOwnId(EnvironmentReference reference) {
        if (!(reference instanceof EnvironmentReference.ById byId)) {
            return Optional.empty();
        }
        Optional<UsageEnvironment> found = find(byId.id());
        if (found.isPresent()) {
            resolver.refuseOtherMode(byId, found.get().mode());
            resolver.refuseUnexpected(byId.id(), name(found.get()));
        }
        return found;
    }
}
