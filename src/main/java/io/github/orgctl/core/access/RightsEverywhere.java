package io.github.orgctl.core.access;

import io.github.orgctl.core.kernel.Principal;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.core.port.Tx;
import java.util.function.Consumer;
import java.util.function.Function;

/** Rights of a member in all organizations, by slug, each followed by its projects. */
final class RightsEverywhere implements Listing<Rights> {
    private final Tx tx;
    private final AccessScope scope;
    private final Function<Id, Principal> principals;
    private final Long limit;
    private final Organization afterOrganization;
    private final Project afterProject;

    /**
     * @param limit maximum number of rows, or null for all
     * @param afterOrganization start after this organization's row, or null to start at the beginning
     * @param afterProject start after this project of that organization, or null to start with its first
     */
    RightsEverywhere(
            Tx tx,
            AccessScope scope,
            Function<Id, Principal> principals,
            Long limit,
            Organization afterOrganization,
            Project afterProject) {
        this.tx = tx;
        this.scope = scope;
        this.principals = principals;
        this.limit = limit;
        this.afterOrganization = afterOrganization;
        this.afterProject = afterProject;
    }

    @Override
    public boolean forEach(Consumer<? super Rights> action) {
        Counted rows = new Counted(action, limit);
        if (afterOrganization != null) {
            projects(afterOrganization, afterProject, rows);
        }
        if (!rows.isFull()) {
            tx.organizations()
                    .list(scope, new Page<>(rows.left(), afterOrganization, null), false)
                    .forEach(organization -> organization(organization, rows));
        }
        return rows.isFull();
    }

    private void organization(Organization organization, Counted rows) {
        if (!rows.isFull()) {
            rows.accept(Rights.of(principals.apply(organization.id()), organization));
            projects(organization, null, rows);
        }
    }

    private void projects(Organization organization, Project after, Counted rows) {
        if (!rows.isFull()) {
            Principal who = principals.apply(organization.id());
            tx.projects()
                    .list(scope.within(organization.id()), new Page<>(rows.left(), after, null), false)
                    .forEach(project -> rows.accept(Rights.of(who, organization, project)));
        }
    }

    /** Passes rows up to the limit, and reads one more to detect whether there are more. */
    private static final class Counted {
        private final Consumer<? super Rights> action;
        private final Long limit;
        private long seen;

        Counted(Consumer<? super Rights> action, Long limit) {
            this.action = action;
            this.limit = limit;
        }

        void accept(Rights row) {
            seen++;
            if (limit == null || seen <= limit) {
                action.accept(row);
            }
        }

        boolean isFull() {
            return limit != null && seen > limit;
        }

        /** Remaining number of rows, or null if unlimited. */
        Long left() {
            return limit == null ? null : limit + 1 - seen;
        }
    }
}
