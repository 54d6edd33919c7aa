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

/** Reads the targets of templates, subject to the permissions of the acting identity. Each environment is read once. */
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
     * @param secrets null if only configuration values are resolved
     */
    TemplateTargets(UnitOfWork work, SecretTexts secrets) {
        this.tx = work.tx();
        this.access = work.access();
        this.places = new ReferencePlaces(tx);
        this.secrets = secrets;
    }

    /** Adds the known or planned values of an environment, so that they are not read. */
    void know(Environment environment, Configuration values) {
        places.know(environment);
        configurations.put(environment.id(), values);
    }

    /** A stored value, or the text of a secret. */
    record Content(Value value, String secret, boolean isTemplate) {}

    /** The target of a reference in a template. */
    ValuePlace place(Environment environment, ValueReference reference) {
        return places.of(environment, reference);
    }

    /**
     * The environment that a template refers to.
     *
     * @param from environment of the template
     * @throws Unresolved if it does not exist or may not be used; the message continues after the name of the place
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
     * The value at a place.
     *
     * @param ofSecret whether the template is a secret, which may refer to secrets
     * @throws Unresolved if there is no value, or it may not be used
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

    /** Name of a place in messages. */
    String name(ValuePlace place) {
        Environment environment = places.environment(place.environmentId());
        return (environment == null ? place.environmentId() : environment.reference()) + "/" + place.key();
    }

    /** Environments that templates of other environments refer to. */
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

    /** Secrets that were read, by environment. */
    Map<Environment, NavigableSet<Key>> secretsRead() {
        return read;
    }
}
