package io.github.orgctl.core.promotion;

import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.organization.Drift;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.core.port.Tx;
import java.util.List;
import java.util.function.Consumer;

/** The drift of a list of projects, computed lazily. */
public final class Drifts implements Listing<Drift> {
    private final Tx tx;
    private final Listing<Project> projects;
    private boolean none = true;

    public Drifts(Tx tx, Listing<Project> projects) {
        this.tx = tx;
        this.projects = projects;
    }

    @Override
    public boolean forEach(Consumer<? super Drift> action) {
        return projects.forEach(project -> {
            Drift drift = of(project);
            none &= drift.isNone();
            action.accept(drift);
        });
    }

    /** Whether no project passed so far has drift. */
    public boolean isNone() {
        return none;
    }

    private Drift of(Project project) {
        List<KeyChange> changes = tx.configurations()
                .current(project.sandboxId())
                .changesTo(tx.configurations().current(project.liveId()));
        return new Drift(
                project,
                count(changes, KeyChange.Kind.ADDED),
                count(changes, KeyChange.Kind.REMOVED),
                count(changes, KeyChange.Kind.CHANGED));
    }

    private static long count(List<KeyChange> changes, KeyChange.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }
}
