package io.github.orgctl.core.document;

import io.github.orgctl.core.configuration.EnvironmentWriter;
import io.github.orgctl.core.configuration.ProjectSchemas;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.port.CredentialSource;
import java.util.List;

/**
 * Applies a plan through the services of the individual commands. The order avoids conflicts between the plan's own
 * changes: deletions come first, swapped names go through temporary ones, access rights change last.
 */
final class ChangeExecutor {
    private final PlannedWork planned;
    private final OrganizationExecutor organizations;
    private final BillingExecutor billing;
    private final ProjectExecutor projects;
    private final ContentExecutor content;
    private final MemberExecutor members;

    /**
     * @param message reason, recorded in the history of environments
     */
    ChangeExecutor(
            UnitOfWork work,
            ProjectSchemas schemas,
            EnvironmentWriter writer,
            CredentialSource credentials,
            PlannedWork planned,
            Description message) {
        this.planned = planned;
        this.organizations = new OrganizationExecutor(work);
        this.billing = new BillingExecutor(work, organizations);
        this.projects = new ProjectExecutor(work, organizations);
        this.content = new ContentExecutor(work, schemas, writer, projects, message);
        this.members = new MemberExecutor(work, credentials, organizations);
    }

    /** Returns the members who were invited. */
    List<AppliedPlan.Invited> run() {
        planned.deleted().forEach(projects::delete);
        organizations.setAside(planned.organizations());
        planned.organizations().forEach(organizations::write);
        billing.run(planned);
        projects.setAside(planned.projects());
        planned.projects().stream().filter(work -> work.before() != null).forEach(projects::move);
        planned.projects().forEach(projects::write);
        planned.projects().forEach(content::write);
        planned.organizations().forEach(organizations::writeLiveWrites);
        members.write(planned.members());
        return members.invited();
    }
}
