package io.github.orgctl.core.reference;

import io.github.orgctl.core.model.configuration.ValuePlace;
import io.github.orgctl.core.model.configuration.ValueReference;
import io.github.orgctl.core.model.configuration.ValueTemplate;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.Tx;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks up the targets of references by id, and reads each environment and project only once. */
public final class ReferencePlaces {
    private final Tx tx;
    private final Map<Id, Optional<Environment>> environments = new HashMap<>();
    private final Map<Id, Optional<Project>> projects = new HashMap<>();

    public ReferencePlaces(Tx tx) {
        this.tx = tx;
    }

    /** Adds a known environment, so that it is not read. */
    void know(Environment environment) {
        environments.put(environment.id(), Optional.of(environment));
    }

    /** The environment, or null if it does not exist or is in the trash. */
    Environment environment(Id id) {
        Optional<Environment> known = environments.get(id);
        if (known == null) {
            known = tx.environments().find(id);
            environments.put(id, known);
        }
        return known.orElse(null);
    }

    /** The project, also from the trash, or null. */
    Project project(Id id) {
        Optional<Project> known = projects.get(id);
        if (known == null) {
            known = tx.projects().find(id);
            projects.put(id, known);
        }
        return known.orElse(null);
    }

    /** The targets of a template, without duplicates. */
    public Set<ValuePlace> of(Environment environment, ValueTemplate kept) {
        Set<ValuePlace> places = new LinkedHashSet<>();
        for (ValueReference reference : kept.references()) {
            places.add(of(environment, reference));
        }
        return places;
    }

    /** The target of a reference in a template. */
    ValuePlace of(Environment environment, ValueReference kept) {
        if (kept.environment() == null) {
            return new ValuePlace(environment.id(), kept.key());
        }
        Id id = new Id(kept.environment());
        Project project = environment(id) == null ? project(id) : null;
        return new ValuePlace(project == null ? id : project.environmentId(environment.mode()), kept.key());
    }
}
