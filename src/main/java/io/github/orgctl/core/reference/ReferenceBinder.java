package io.github.orgctl.core.reference;

import io.github.orgctl.core.kernel.Context;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyEdit;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.configuration.ValueReference;
import io.github.orgctl.core.model.configuration.ValueTemplate;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Slug;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Translates the references of templates between names, which users write, and ids, which are stored. */
public final class ReferenceBinder {
    private final Slug organization;
    private final Mode mode;
    private final ReferencePlaces places;
    private final Resolver resolver;
    private final Map<String, Id> found = new HashMap<>();

    /**
     * @param environment environment of the templates
     */
    public ReferenceBinder(UnitOfWork work, Environment environment) {
        this(work, environment.organization(), environment.mode());
    }

    /**
     * @param organization organization of the templates, which may not exist yet
     * @param mode mode of the environment of the templates
     */
    public ReferenceBinder(UnitOfWork work, Slug organization, Mode mode) {
        this.organization = organization;
        this.mode = mode;
        this.places = new ReferencePlaces(work.tx());
        this.resolver = new Resolver(work.tx(), Context.NONE, work.access());
    }

    /**
     * The configuration with the references of new templates bound to ids.
     *
     * @throws Failure NOT_FOUND if an environment does not exist; FORBIDDEN if its values may not be read
     */
    public Configuration bound(Configuration values) {
        List<KeyEdit> edits = new ArrayList<>();
        for (Map.Entry<Key, Value> entry : values.values().entrySet()) {
            if (entry.getValue().isUnbound()) {
                edits.add(new KeyEdit(entry.getKey(), bound(entry.getKey(), entry.getValue())));
            }
        }
        return edits.isEmpty() ? values : values.with(edits);
    }

    /** Binds one template, or returns it unchanged if an environment does not exist. */
    public Value boundIfFound(Key key, Value value) {
        try {
            return bound(key, value);
        } catch (Failure failure) {
            if (failure.kind() != Failure.Kind.NOT_FOUND) {
                throw failure;
            }
            return value;
        }
    }

    private Value bound(Key key, Value value) {
        try {
            ValueTemplate kept = kept(value.named());
            return Value.of(named(kept), kept);
        } catch (Failure failure) {
            throw new Failure(failure.kind(), "'" + key + "': " + failure.getMessage(), failure.hint(), failure);
        }
    }

    /** The configuration with the references of another organization spelled for this one. */
    public Configuration respelled(Configuration values) {
        List<KeyEdit> edits = new ArrayList<>();
        for (Map.Entry<Key, Value> entry : values.values().entrySet()) {
            Value value = entry.getValue();
            if (value.isTemplate() && !value.isUnbound()) {
                edits.add(new KeyEdit(entry.getKey(), Value.of(named(value.kept()), value.kept())));
            }
        }
        return edits.isEmpty() ? values : values.with(edits);
    }

    /** The template with environments and projects referenced by id. */
    public ValueTemplate kept(ValueTemplate template) {
        return template.with(reference -> reference.environment() == null
                ? reference
                : reference.in(id(reference.environment()).value()));
    }

    /** The template with current names of environments and projects; those that no longer exist keep their ids. */
    public ValueTemplate named(ValueTemplate kept) {
        return kept.with(reference -> reference.environment() == null ? reference : named(reference));
    }

    private ValueReference named(ValueReference kept) {
        Id id = new Id(kept.environment());
        Environment environment = places.environment(id);
        if (environment != null) {
            return kept.in(environment.reference());
        }
        Project project = places.project(id);
        return project == null
                ? kept
                : kept.in(
                        organization.value(),
                        project.organization().value(),
                        project.slug().value());
    }

    private Id id(String named) {
        Id id = found.get(named);
        if (id == null) {
            id = id(reference(named));
            found.put(named, id);
        }
        return id;
    }

    private EnvironmentReference reference(String named) {
        return named.equals(ValueReference.SHARED)
                ? new EnvironmentReference.OfProject(
                        ProjectReference.shared(new OrganizationReference.BySlug(organization)), null)
                : EnvironmentReference.parse(named);
    }

    /** The id of the environment, or of the project if the reference follows the mode of the template. */
    private Id id(EnvironmentReference reference) {
        return resolver.isWholeProject(reference)
                ? resolver.environment(reference.withMode(mode), Action.CONFIG_GET)
                        .projectId()
                : resolver.environment(reference, Action.CONFIG_GET).id();
    }
}
