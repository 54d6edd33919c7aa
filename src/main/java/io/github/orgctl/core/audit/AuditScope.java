package io.github.orgctl.core.audit;

import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.NotFound;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.audit.EventReference;
import io.github.orgctl.core.model.audit.RecordedEvent;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.Tx;

/**
 * The chains of the audit log that a command reads. Deleted resources are found by id, since their events are kept;
 * purged ones by the local operator only.
 *
 * @param organizationId the only organization, or null for all visible ones
 * @param projectId the only project, or null for all
 * @param accessScope the organizations whose chains are included
 */
record AuditScope(Id organizationId, Id projectId, AccessScope accessScope) {
    /** Creates scopes. */
    static final class Finder {
        private final Tx tx;
        private final Resolver resolver;
        private final Access access;
        private final Action action;

        /**
         * @param action the intended action
         */
        Finder(Tx tx, Resolver resolver, Access access, Action action) {
            this.tx = tx;
            this.resolver = resolver;
            this.access = access;
            this.action = action;
        }

        /**
         * All visible organizations, or the current one.
         *
         * @throws Failure as {@link Resolver}
         */
        AuditScope of(boolean all) {
            refuseBoth(all);
            return all ? new AuditScope(null, null, all()) : within(organization(), null);
        }

        /**
         * All visible organizations, also by default; only the named one if the command names one.
         *
         * @throws Failure as {@link Resolver}
         */
        AuditScope ofAllUnlessNamed(boolean all) {
            return of(all || !resolver.context().organizationIsGiven());
        }

        /**
         * The events of one project: in the organization that the command names, otherwise in the project's own or,
         * with {@code all}, in all.
         *
         * @throws Failure as {@link Resolver}
         */
        AuditScope of(boolean all, ProjectReference reference) {
            refuseBoth(all);
            Project project = reference instanceof ProjectReference.ById byId
                    ? keptProject(byId.id())
                    : resolver.project(reference, action);
            if (project == null) {
                AuditScope scope = of(all);
                return new AuditScope(
                        scope.organizationId(), ((ProjectReference.ById) reference).id(), scope.accessScope());
            }
            if (all) {
                return new AuditScope(null, project.id(), access.scope());
            }
            boolean given = resolver.context().organizationIsGiven();
            return within(given ? organization() : project.organizationId(), project.id());
        }

        /**
         * Checks a scope again later, when its resources may have been renamed or purged.
         *
         * @throws Failure NOT_FOUND or FORBIDDEN if it may no longer be read
         */
        AuditScope again(AuditScope scope) {
            Id organizationId = scope.organizationId();
            Project project = scope.projectId() == null ? null : keptProject(scope.projectId());
            if (organizationId == null) {
                return new AuditScope(null, scope.projectId(), project == null ? all() : access.scope());
            }
            boolean mayByProject = project != null && project.organizationId().equals(organizationId);
            if (!mayByProject && !isKept(organizationId)) {
                throw new NotFound(tx, access).organization(new OrganizationReference.ById(organizationId));
            }
            return within(organizationId, scope.projectId());
        }

        private AuditScope within(Id organizationId, Id projectId) {
            return new AuditScope(organizationId, projectId, access.scope().within(organizationId));
        }

        /** Finds a visible project, including the trash; null if there is none. */
        private Project keptProject(Id id) {
            Project project = tx.projects().find(id).orElse(null);
            if (project == null || !access.sees(project)) {
                return null;
            }
            access.require(action, Target.of(project));
            return project;
        }

        private void refuseBoth(boolean all) {
            if (all && resolver.context().organizationIsGiven()) {
                throw Failure.usage(
                        "one organization and all organizations can't be selected together",
                        Advice.LEAVE_OUT_ONE_OR_ALL.of());
            }
        }

        private AccessScope all() {
            AccessScope accessScope = access.scope();
            if (accessScope.organizations() != null) {
                for (Id id : accessScope.organizations()) {
                    tx.organizations().find(id).ifPresent(found -> access.require(action, Target.of(found)));
                }
            }
            return accessScope;
        }

        private Id organization() {
            OrganizationReference wanted = resolver.context().organization();
            if (wanted instanceof OrganizationReference.ById byId && isKept(byId.id())) {
                return byId.id();
            }
            return resolver.organization(null, action).id();
        }

        /** Whether an organization, even a deleted one, has a readable audit log. */
        private boolean isKept(Id id) {
            Organization organization = tx.organizations().find(id).orElse(null);
            if (organization == null) {
                return access.isOperator() && tx.audit().head(id).isPresent();
            }
            if (!access.sees(id)) {
                return false;
            }
            access.require(action, Target.of(organization));
            return true;
        }

        /**
         * Finds an event in a scope.
         *
         * @throws Failure NOT_FOUND if it does not exist; USAGE if the reference is ambiguous between organizations
         */
        RecordedEvent event(EventReference reference, AuditScope scope) {
            Id organization = organizationOf(reference, scope);
            return tx.audit()
                    .find(organization, reference.sequence())
                    .filter(event -> scope.accessScope().covers(organization))
                    .orElseThrow(() -> new Failure(
                            Failure.Kind.NOT_FOUND,
                            "audit event '" + reference + "' not found",
                            Advice.LIST_EVENTS.of()));
        }

        private Id organizationOf(EventReference reference, AuditScope scope) {
            if (reference.organization() instanceof OrganizationReference.ById byId) {
                return byId.id();
            }
            if (reference.organization() != null) {
                return resolver.organization(reference.organization(), action).id();
            }
            AccessScope accessScope = scope.accessScope();
            if (accessScope.organizations() == null
                    || accessScope.organizations().size() != 1) {
                throw Failure.usage(
                        "'" + reference + "' is ambiguous: it can be an event of any organization",
                        "write ORG/" + reference);
            }
            return accessScope.organizations().get(0);
        }
    }
}
