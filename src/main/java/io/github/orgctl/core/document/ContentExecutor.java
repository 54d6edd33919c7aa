package io.github.orgctl.core.document;

import io.github.orgctl.core.configuration.Edit;
import io.github.orgctl.core.configuration.EnvironmentWriter;
import io.github.orgctl.core.configuration.NextVersion;
import io.github.orgctl.core.configuration.ProjectSchemas;
import io.github.orgctl.core.configuration.SchemaService;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.SecretChange;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Id;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Applies a plan's changes to schemas, configurations and secrets. */
final class ContentExecutor {
    /** All gates are open: the plan's own gates were checked before, and a plan with closed gates is only simulated. */
    private static final Set<Gate> ALL = EnumSet.allOf(Gate.class);

    private final UnitOfWork work;
    private final ProjectSchemas schemas;
    private final EnvironmentWriter writer;
    private final ProjectExecutor projects;
    private final Description message;

    /**
     * @param message reason, recorded in the history of environments
     */
    ContentExecutor(
            UnitOfWork work,
            ProjectSchemas schemas,
            EnvironmentWriter writer,
            ProjectExecutor projects,
            Description message) {
        this.work = work;
        this.schemas = schemas;
        this.writer = writer;
        this.projects = projects;
        this.message = message;
    }

    /** The schema comes first, because the values are meant for it. */
    void write(PlannedWork.OfProject each) {
        Project project = projects.project(each.document());
        ProjectReference reference = new ProjectReference.ById(project.id());
        SchemaService service = new SchemaService(work, schemas);
        boolean sets = each.schema() != null && !each.schema().isEmpty();
        if (sets) {
            service.set(reference, each.schema(), true, ALL);
        } else if (each.schema() != null) {
            service.unset(reference, true, ALL);
        }
        for (PlannedWork.OfEnvironment environment : each.environments()) {
            write(project, environment);
        }
        if (sets) {
            ProjectSchemas.refuse(
                    schemas.violations(schemas.understood(each.schema()), project.id(), null),
                    each.document().address() + " would violate its new schema",
                    null);
        }
    }

    private void write(Project project, PlannedWork.OfEnvironment environment) {
        Id id = project.environmentId(environment.mode());
        Edit edit = new Edit(new EnvironmentReference.ById(id, null), message, null, ALL, true);
        List<SecretChange> unset = new ArrayList<>();
        for (Key key : environment.unset()) {
            unset.add(new SecretChange(key, work.tx().secrets().find(id, key).orElseThrow(), null));
        }
        if (!unset.isEmpty()) {
            writer.open(edit, Action.SECRET_UNSET).write(unset);
        }
        if (environment.values() != null) {
            writer.open(edit, Action.CONFIG_IMPORT).write(environment.values());
        }
        NextVersion next = new NextVersion(work.tx(), work.now());
        List<SecretChange> set = new ArrayList<>();
        environment.references().forEach((key, reference) -> {
            Secret before = work.tx().secrets().find(id, key).orElse(null);
            set.add(new SecretChange(key, before, next.of(id, key, reference, before)));
        });
        if (!set.isEmpty()) {
            writer.open(edit, Action.SECRET_SET).write(set);
        }
    }
}
