package io.github.orgctl.core.configuration;

import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.configuration.SecretChange;
import io.github.orgctl.core.model.configuration.ValuePlace;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.core.reference.BrokenReferences;
import io.github.orgctl.core.reference.ReferenceBinder;
import io.github.orgctl.core.reference.ReferencePlaces;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a change of an environment means for templates: for its own, and for those that refer to its values. */
final class TemplateWrites {
    private final UnitOfWork work;
    private final Tx tx;
    private final Environment environment;
    private final boolean breaksReferences;
    private final ReferencePlaces places;

    TemplateWrites(UnitOfWork work, Environment environment, boolean breaksReferences) {
        this.work = work;
        this.tx = work.tx();
        this.environment = environment;
        this.breaksReferences = breaksReferences;
        this.places = new ReferencePlaces(tx);
    }

    /** The configuration with the environments found that new templates name. */
    Configuration bound(Configuration values) {
        return new ReferenceBinder(work, environment).bound(values);
    }

    /**
     * @throws Failure RULE when a template of a sandbox refers to live, or one of a value to a secret
     */
    void check(List<KeyChange> ofValues, List<SecretChange> secrets) {
        for (KeyChange change : ofValues) {
            if (change.after() != null && change.after().isTemplate()) {
                for (ValuePlace target : targets(change)) {
                    refuseLive(change.key(), target);
                    refuseSecret(change.key(), target, secrets);
                }
            }
        }
        for (SecretChange change : secrets) {
            for (ValuePlace target : change.targets()) {
                refuseLive(change.key(), target);
            }
        }
    }

    private Set<ValuePlace> targets(KeyChange change) {
        return places.of(environment, change.after().kept());
    }

    private void refuseLive(Key key, ValuePlace target) {
        if (environment.mode() == Mode.LIVE || target.environmentId().equals(environment.id())) {
            return;
        }
        Optional<Environment> other = tx.environments().find(target.environmentId());
        if (other.isPresent() && other.get().mode() == Mode.LIVE) {
            throw new Failure(
                    Failure.Kind.RULE,
                    "'" + key + "' of " + environment.reference() + " refers to "
                            + other.get().reference() + ": a sandbox can't use live values",
                    "refer to a value of a sandbox");
        }
    }

    private void refuseSecret(Key key, ValuePlace target, List<SecretChange> secrets) {
        boolean own = target.environmentId().equals(environment.id());
        boolean isSecret =
                tx.secrets().find(target.environmentId(), target.key()).isPresent();
        for (SecretChange change : secrets) {
            isSecret = own && change.key().equals(target.key()) ? change.after() != null : isSecret;
        }
        if (isSecret) {
            throw new Failure(
                    Failure.Kind.RULE,
                    "'" + key + "' refers to the secret '" + target.key() + "': only a secret can refer to a secret",
                    "set a secret that is a template instead");
        }
    }

    /** Why keys should not be removed that templates refer to (REFUSED), or null. */
    Failure broken(List<KeyChange> changes) {
        if (breaksReferences) {
            return null;
        }
        Set<Key> removed = new HashSet<>();
        Set<Key> changed = new HashSet<>();
        for (KeyChange change : changes) {
            changed.add(change.key());
            if (change.after() == null) {
                removed.add(change.key());
            }
        }
        return removed.isEmpty() ? null : new BrokenReferences(work).of(environment, removed, changed);
    }

    /** Keeps what changed templates refer to. */
    void keep(List<KeyChange> ofValues, List<SecretChange> secrets) {
        for (KeyChange change : ofValues) {
            boolean isTemplate = change.after() != null && change.after().isTemplate();
            if (isTemplate || change.before() != null && change.before().isTemplate()) {
                tx.references().put(place(change.key()), isTemplate ? targets(change) : Set.of());
            }
        }
        for (SecretChange change : secrets) {
            if (change.isOfTemplate()) {
                tx.references().put(place(change.key()), change.targets());
            }
        }
    }

    private ValuePlace place(Key key) {
        return new ValuePlace(environment.id(), key);
    }
}
