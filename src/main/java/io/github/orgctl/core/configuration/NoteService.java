package io.github.orgctl.core.configuration;

import io.github.orgctl.core.kernel.AuditTrail;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.NotedValue;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.port.Tx;

/** Keeps notes on the keys of environments. */
public final class NoteService {
    private final Tx tx;
    private final EnvironmentWriter writer;
    private final ConfigurationService configurations;
    private final AuditTrail trail;

    public NoteService(UnitOfWork work, EnvironmentWriter writer, ConfigurationService configurations) {
        this.tx = work.tx();
        this.writer = writer;
        this.configurations = configurations;
        this.trail = work.trail();
    }

    /**
     * Keeps a note on a key, instead of the one that it may have. It changes no value, and makes no revision.
     *
     * @param note empty to remove it
     * @throws Failure NOT_FOUND when the key has no value
     */
    public Change<NotedValue> set(Edit edit, Key key, Description note) {
        WritableEnvironment target = writer.open(edit, Action.CONFIG_NOTE);
        Environment environment = target.environment();
        Value value = target.values().get(key);
        if (value == null) {
            throw configurations.absent(environment, key);
        }
        Description before = tx.notes().all(environment.id()).getOrDefault(key, Description.NONE);
        NotedValue noted = new NotedValue(key, value, note);
        if (note.equals(before)) {
            return Change.none(noted);
        }
        tx.notes().put(environment.id(), key, note);
        trail.record(
                Action.CONFIG_NOTE,
                Target.of(environment),
                new FieldChange.Collector()
                        .add("key", null, key)
                        .add("note", before, note)
                        .changes());
        return Change.made(noted);
    }
}
