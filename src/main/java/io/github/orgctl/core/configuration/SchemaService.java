package io.github.orgctl.core.configuration;

import io.github.orgctl.core.kernel.AuditTrail;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.configuration.Violation;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.promotion.ClosedGate;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Count;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Sha256;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What can be done with the schemas of projects. A schema changes no value, so attaching one is no write to live; it is
 * what later writes are measured by.
 */
public final class SchemaService {
    private static final int MAX_LENGTH = 1024 * 1024;

    private final Tx tx;
    private final Resolver resolver;
    private final ProjectSchemas schemas;
    private final Instant now;
    private final AuditTrail trail;

    public SchemaService(UnitOfWork work, ProjectSchemas schemas) {
        this.tx = work.tx();
        this.resolver = work.resolver();
        this.schemas = schemas;
        this.now = work.now();
        this.trail = work.trail();
    }

    /**
     * Attaches a schema to a project, instead of the one it may have.
     *
     * @param allowInvalid whether values that break it may stay as they are
     * @param opened the gates that may be passed
     * @return with a refusal (RULE) where present values break it and may not, or (REFUSED) where keys of live would lose
     *     their protection and may not
     * @throws Failure USAGE when the text is no schema, or longer than a million characters
     */
    public SchemaChange set(ProjectReference reference, String text, boolean allowInvalid, Set<Gate> opened) {
        Project project = resolver.project(reference, Action.SCHEMA_SET);
        if (text.length() > MAX_LENGTH) {
            throw Failure.usage("the schema is longer than " + MAX_LENGTH + " characters");
        }
        SchemaRules rules = schemas.understood(text);
        List<Violation> violations = schemas.violations(rules, project.id(), null);
        if (!violations.isEmpty() && !allowInvalid) {
            return new SchemaChange(project, violations, false, refusal(project, violations));
        }
        Failure loosening = loosening(project, rules.policies(), opened);
        if (loosening != null) {
            return new SchemaChange(project, violations, false, loosening);
        }
        String before = tx.schemas().find(project.id()).orElse(null);
        boolean made = !text.equals(before);
        if (made) {
            tx.schemas().put(project.id(), text, now);
            record(Action.SCHEMA_SET, project, before, text);
        }
        return new SchemaChange(project, violations, made, null);
    }

    /** Why keys of live can't lose their protection, or null. */
    private Failure loosening(Project project, KeyPolicies after, Set<Gate> opened) {
        List<ClosedGate> closed = ClosedGate.of(new SchemaGates(tx, schemas).of(project, after), opened);
        return ClosedGate.refusal("the schema of " + name(project) + ", which protects live", closed);
    }

    private static Failure refusal(Project project, List<Violation> violations) {
        return new Failure(
                Failure.Kind.RULE,
                "values of " + name(project) + " violate the schema in " + Count.of(violations.size(), "place"),
                Advice.ALLOW_INVALID_VALUES.of());
    }

    /**
     * The project's schema as it was given.
     *
     * @throws Failure NOT_FOUND when it has none
     */
    public String show(ProjectReference reference) {
        Project project = resolver.project(reference, Action.SCHEMA_SHOW);
        return tx.schemas().find(project.id()).orElseThrow(() -> absent(name(project)));
    }

    /**
     * Takes the project's schema away.
     *
     * @param ifExists whether it is as good when there is none
     * @param opened the gates that may be passed
     * @throws Failure NOT_FOUND when there is none; REFUSED where keys of live would lose their protection and may not
     */
    public Change<Project> unset(ProjectReference reference, boolean ifExists, Set<Gate> opened) {
        Project project = resolver.project(reference, Action.SCHEMA_UNSET);
        Optional<String> before = tx.schemas().find(project.id());
        if (before.isEmpty()) {
            if (ifExists) {
                return Change.none(project);
            }
            throw absent(name(project));
        }
        Failure loosening = loosening(project, new KeyPolicies(List.of()), opened);
        if (loosening != null) {
            throw loosening;
        }
        tx.schemas().remove(project.id());
        record(Action.SCHEMA_UNSET, project, before.get(), null);
        return Change.made(project);
    }

    /** Schemas are long: the trail tells them apart by their hashes. */
    private void record(Action action, Project project, String before, String after) {
        FieldChange.Collector fields = new FieldChange.Collector()
                .add("schema", before == null ? null : Sha256.of(before), after == null ? null : Sha256.of(after));
        trail.record(action, Target.of(project), fields.changes());
    }

    /**
     * Everything in which the values break the project's schema now.
     *
     * @param reference of one environment, or of a project without a mode, for both of its environments
     * @throws Failure NOT_FOUND when the project has no schema
     */
    public List<Violation> violations(EnvironmentReference reference) {
        if (resolver.isWholeProject(reference)) {
            Project project = resolver.projectOf(reference, Action.CONFIG_VALIDATE);
            return violations(project.id(), name(project), null);
        }
        Environment environment = resolver.environment(reference, Action.CONFIG_VALIDATE);
        return violations(
                environment.projectId(), environment.organization() + "/" + environment.project(), environment.mode());
    }

    private List<Violation> violations(Id projectId, String name, Mode mode) {
        SchemaRules rules = schemas.of(projectId).orElseThrow(() -> absent(name));
        return schemas.violations(rules, projectId, mode);
    }

    private static Failure absent(String project) {
        return new Failure(Failure.Kind.NOT_FOUND, project + " has no schema", Advice.ATTACH_SCHEMA.of(project));
    }

    private static String name(Project project) {
        return project.organization() + "/" + project.slug();
    }
}
