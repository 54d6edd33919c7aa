package io.github.orgctl.core.reference;

import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.configuration.ValuePlace;
import io.github.orgctl.core.model.configuration.ValueReference;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.Tx;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what templates refer to, each environment once, where the acting identity may. */
final class TemplateTargets {
    private static final String UNREADABLE = "which does not exist or may not be read";

    static final String SECRET = "which is a secret: only a secret can refer to it";

    private final Tx tx;
    private final Access access;
    private final SecretTexts secrets;
    private final ReferencePlaces places;
    private final Map<Id, Configuration> configurations = new HashMap<>();
    private final Set<Id> sources = new TreeSet<>();
    private final Map<Environment, NavigableSet<Key>> read = new HashMap<>();

    /**
     * @param secrets null where only values are resolved
     */
    TemplateTargets(UnitOfWork work, SecretTexts secrets) {
        this.tx = work.tx();
        this.access = work.access();
        this.places = new ReferencePlaces(tx);
        this.secrets = secrets;
    }

    /** Says what an environment holds, so that it is not read again, or would hold. */
    void know(Environment environment, Configuration values) {
        places.know(environment);
        configurations.put(environment.id(), values);
    }

    /** What is kept in a place: a value, or the text of a secret. */
    record Content(Value value, String secret, boolean isTemplate) {}

    /** The place that a reference of a template of an environment means. */
    ValuePlace place(Environment environment, ValueReference reference) {
        return places.of(environment, reference);
    }

    /**
     * The environment that a template refers to.
     *
     * @param from the environment that has the template
     * @throws Unresolved when it is not there or may not be used; the message goes on behind the name of the place
     */
    Environment environment(Environment from, ValuePlace place) throws Unresolved {
        Environment environment = places.environment(place.environmentId());
        if (environment == null) {
            throw new Unresolved(UNREADABLE);
        }
        boolean own = environment.id().equals(from.id());
        if (!own) {
            sources.add(environment.id());
        }
        if (!own && !access.permits(Action.CONFIG_GET, Target.of(environment))) {
            throw new Unresolved(UNREADABLE);
        }
        if (from.mode() == Mode.SANDBOX && environment.mode() == Mode.LIVE) {
            throw new Unresolved("which is in live: a sandbox can't use live values");
        }
        return environment;
    }

    /**
     * What stands in a place.
     *
     * @param ofSecret whether it is for a secret, which may refer to secrets
     * @throws Unresolved when nothing stands there, or it may not be used
     */
    Content read(Environment environment, Key key, boolean ofSecret) throws Unresolved {
        Value value = values(environment).get(key);
        return value == null ? secret(environment, key, ofSecret) : new Content(value, null, value.isTemplate());
    }

    private Content secret(Environment environment, Key key, boolean ofSecret) throws Unresolved {
        Optional<Secret> secret = tx.secrets().find(environment.id(), key);
        if (secret.isEmpty()) {
            throw new Unresolved("which has no value");
        }
        if (!ofSecret || secrets == null) {
            throw new Unresolved(SECRET);
        }
        if (!access.permits(Action.SECRET_REVEAL, Target.of(environment))) {
            throw new Unresolved("which is a secret that may not be revealed");
        }
        try {
            String text = secrets.text(environment, secret.get());
            read.computeIfAbsent(environment, any -> new TreeSet<>()).add(key);
            return new Content(null, text, secret.get().template());
        } catch (Failure failure) {
            if (failure.kind() != Failure.Kind.NOT_FOUND) {
                throw failure;
            }
            throw new Unresolved("but " + failure.getMessage());
        }
    }

    /** How messages name a place. */
    String name(ValuePlace place) {
        Environment environment = places.environment(place.environmentId());
        return (environment == null ? place.environmentId() : environment.reference()) + "/" + place.key();
    }

    /** The environments that templates of others refer to. */
    Set<Id> sources() {
        return sources;
    }

    private Configuration values(Environment environment) {
        Configuration known = configurations.get(environment.id());
        if (known == null) {
            known = tx.configurations().current(environment.id());
            configurations.put(environment.id(), known);
        }
        return known;
    }

    /** The secrets that were read, by their environments. */
    Map<Environment, NavigableSet<Key>> secretsRead() {
        return read;
    }
}
