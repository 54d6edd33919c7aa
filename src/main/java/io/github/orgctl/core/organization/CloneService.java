package io.github.orgctl.core.organization;

import io.github.orgctl.core.configuration.CopyService;
import io.github.orgctl.core.kernel.AuditTrail;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Sha256;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;
import java.util.List;

/** Clones projects. */
public final class CloneService {
    private final Tx tx;
    private final Resolver resolver;
    private final ProjectService projects;
    private final CopyService copies;
    private final AuditTrail trail;
    private final Instant now;

    public CloneService(UnitOfWork work, CopyService copies) {
        this.tx = work.tx();
        this.resolver = work.resolver();
        this.projects = new ProjectService(work);
        this.copies = copies;
        this.trail = work.trail();
        this.now = work.now();
    }

    /**
     * Creates a project with new ids and with the description, schema and values of another. It belongs to the
     * organization named in the command, or to that of the original. Its live environment is new, so no gate applies.
     *
     * @param slug null to derive it from the name
     * @param withSecrets whether to copy secrets, which requires permission to reveal the originals
     * @throws io.github.orgctl.core.model.value.Failure CONFLICT if the name or slug is taken
     */
    public ProjectClone clone(ProjectReference reference, Name name, Slug slug, boolean withSecrets) {
        Project source = resolver.across().project(reference, Action.PROJECT_SHOW);
        boolean isNamed = resolver.context().organizationIsGiven();
        Organization organization = resolver.organization(
                isNamed ? null : new OrganizationReference.ById(source.organizationId()), Action.PROJECT_CLONE);
        Project project = projects.insert(
                organization, new NewProject(name, slug, source.description(), null), Action.PROJECT_CLONE);
        boolean isComplete = copy(source.sandboxId(), project.sandboxId(), withSecrets);
        isComplete &= copy(source.liveId(), project.liveId(), withSecrets);
        Configuration base = tx.promotions().base(source.liveId());
        tx.promotions().advance(project.liveId(), Configuration.EMPTY.changesTo(base));
        // Behind the values, which may break it already.
        tx.schemas().find(source.id()).ifPresent(schema -> putSchema(project, schema));
        return new ProjectClone(project, isComplete);
    }

    private boolean copy(Id source, Id target, boolean withSecrets) {
        return copies.all(
                new EnvironmentReference.ById(source, null), new EnvironmentReference.ById(target, null), withSecrets);
    }

    private void putSchema(Project project, String schema) {
        tx.schemas().put(project.id(), schema, now);
        trail.record(Action.SCHEMA_SET, Target.of(project), List.of(FieldChange.added("schema", Sha256.of(schema))));
    }
}
