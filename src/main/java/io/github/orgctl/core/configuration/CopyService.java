package io.github.orgctl.core.configuration;

import io.github.orgctl.core.kernel.AuditTrail;
import io.github.orgctl.core.kernel.Nearest;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.configuration.KeySelection;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.SecretChange;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.model.value.Hint;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.core.reference.ReferenceBinder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;

/**
 * Copies values and secrets from one environment to another, of the same or of another project or organization. It takes
 * the right to read them there and to set them here. All problems are told at once, and nothing is written then.
 */
public final class CopyService {
    private final UnitOfWork work;
    private final Tx tx;
    private final Resolver resolver;
    private final EnvironmentWriter writer;
    private final SecretService secrets;
    private final AuditTrail trail;

    public CopyService(UnitOfWork work, EnvironmentWriter writer, SecretService secrets) {
        this.work = work;
        this.tx = work.tx();
        this.resolver = work.resolver();
        this.writer = writer;
        this.secrets = secrets;
        this.trail = work.trail();
    }

    /**
     * Plans to copy values.
     *
     * @param edit of the environment to copy to
     * @param overwrite whether other values there are replaced
     * @throws Failure NOT_FOUND when a selected key has no value; otherwise of the first problem's kind: REFUSED when the
     *     target is locked, CONFLICT when it has other values, RULE when it would break a rule of keys or of its schema
     */
    public PendingUpdate values(Edit edit, EnvironmentReference from, KeySelection selection, boolean overwrite) {
        Problems problems = new Problems();
        WritableEnvironment target = writer.open(edit, Action.CONFIG_COPY, problems);
        Environment source = resolver.environment(from, Action.CONFIG_LIST);
        NavigableMap<Key, Value> present =
                tx.configurations().current(source.id()).values();
        refuseMissing(selection, present.keySet(), source, target.environment(), false);
        Configuration chosen = new Configuration(selection.of(present));
        Configuration after = target.values().with(respelled(target, chosen).values());
        refuseOverwriting(target, overwrite, target.values().changesTo(after), problems);
        target.inspect(after, List.of(), problems);
        problems.refuse();
        return target.pending(after);
    }

    /**
     * Plans to copy secrets: values are decrypted and encrypted for their new place, references stay references.
     *
     * @param edit of the environment to copy to
     * @param overwrite whether other secrets there are replaced
     * @throws Failure as {@link #values}; DAMAGED when one can't be decrypted
     */
    public PendingUpdate secrets(Edit edit, EnvironmentReference from, KeySelection selection, boolean overwrite) {
        Problems problems = new Problems();
        WritableEnvironment target = writer.open(edit, Action.SECRET_COPY, problems);
        Environment source = resolver.environment(from, Action.SECRET_REVEAL);
        NavigableMap<Key, Secret> present = tx.secrets().current(source.id());
        refuseMissing(selection, present.keySet(), source, target.environment(), true);
        List<SecretChange> changes =
                changes(source, target, selection.of(present).values());
        List<KeyChange> shown = changes.stream().map(SecretChange::shown).toList();
        refuseOverwriting(target, overwrite, shown, problems);
        target.inspect(target.values(), changes, problems);
        problems.refuse();
        return target.pending(changes, () -> recordReading(source, shown));
    }

    /**
     * Copies all values with their notes, and the secrets where asked, into an environment that is new, so that no gate applies.
     *
     * @return whether it has all secrets then
     */
    public boolean all(EnvironmentReference from, EnvironmentReference.ById to, boolean withSecrets) {
        Edit edit = new Edit(to, Description.NONE, null, EnumSet.allOf(Gate.class));
        Resolver across = resolver.across();
        Environment source = across.environment(from, Action.CONFIG_LIST);
        WritableEnvironment copy = writer.open(edit, Action.CONFIG_COPY);
        copy.write(respelled(copy, tx.configurations().current(source.id())));
        tx.notes().all(source.id()).forEach((key, note) -> tx.notes().put(to.id(), key, note));
        NavigableMap<Key, Secret> present = tx.secrets().current(source.id());
        if (!withSecrets || present.isEmpty()) {
            return present.isEmpty();
        }
        across.environment(from, Action.SECRET_REVEAL);
        WritableEnvironment target = writer.open(edit, Action.SECRET_COPY);
        List<SecretChange> changes = changes(source, target, present.values());
        target.write(changes);
        recordReading(source, changes.stream().map(SecretChange::shown).toList());
        return true;
    }

    private Configuration respelled(WritableEnvironment target, Configuration values) {
        return new ReferenceBinder(work, target.environment()).respelled(values);
    }

    private List<SecretChange> changes(Environment source, WritableEnvironment target, Collection<Secret> chosen) {
        List<SecretChange> changes = new ArrayList<>();
        for (Secret secret : chosen) {
            secrets.change(target.environment(), secret.key(), secrets.input(source, secret))
                    .ifPresent(changes::add);
        }
        return changes;
    }

    /** The source's members have to know who has its secrets now. */
    private void recordReading(Environment source, List<KeyChange> copied) {
        trail.record(
                Action.SECRET_REVEAL,
                Target.of(source),
                copied.stream()
                        .map(change -> new FieldChange(change.key().path(), null, null))
                        .toList());
    }

    private static void refuseOverwriting(
            WritableEnvironment target, boolean overwrite, List<KeyChange> changes, Problems problems) {
        List<Key> taken = new ArrayList<>();
        for (KeyChange change : changes) {
            if (change.before() != null) {
                taken.add(change.key());
            }
        }
        if (!overwrite && !taken.isEmpty()) {
            problems.add(new Failure(
                    Failure.Kind.CONFLICT,
                    target.environment().reference() + " already has other values for " + Key.some(taken),
                    Advice.OVERWRITE.of()));
        }
    }

    private void refuseMissing(
            KeySelection selection, Set<Key> present, Environment source, Environment target, boolean secret) {
        List<Key> missing = selection.missing(present);
        String what = source.reference() + (secret ? " has no secret " : " has no value ");
        if (!missing.isEmpty()) {
            throw new Failure(
                    Failure.Kind.NOT_FOUND,
                    what + (secret ? "" : "for ") + Key.some(missing),
                    hint(missing.get(0), present, source, target, secret));
        }
        if (selection.only() != null && present.stream().noneMatch(selection::includes)) {
            throw new Failure(
                    Failure.Kind.NOT_FOUND, what + "at or below '" + selection.only() + "'", list(source, secret));
        }
    }

    private Hint hint(Key key, Set<Key> present, Environment source, Environment target, boolean secret) {
        boolean isOther = secret
                ? tx.configurations().find(source.id(), key).isPresent()
                : tx.secrets().find(source.id(), key).isPresent();
        if (isOther) {
            return (secret ? Advice.COPY_VALUE : Advice.COPY_SECRET).of(key, source.reference(), target.reference());
        }
        List<String> names = present.stream().map(Key::path).toList();
        return Nearest.hint(key.path(), names, list(source, secret));
    }

    private static Hint list(Environment source, boolean secret) {
        return (secret ? Advice.LIST_SECRETS : Advice.LIST_VALUES).of(source.reference());
    }
}
