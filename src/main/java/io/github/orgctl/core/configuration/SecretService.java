package io.github.orgctl.core.configuration;

import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.AuditTrail;
import io.github.orgctl.core.kernel.Nearest;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.SealedSecret;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.SecretChange;
import io.github.orgctl.core.model.configuration.SecretInput;
import io.github.orgctl.core.model.configuration.SecretKind;
import io.github.orgctl.core.model.configuration.SecretReference;
import io.github.orgctl.core.model.configuration.SecretValue;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.model.value.Hint;
import io.github.orgctl.core.port.SecretSource;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.core.port.Vault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What can be done with the secrets of environments, and the rules for it. */
public final class SecretService {
    private final Tx tx;
    private final Resolver resolver;
    private final EnvironmentWriter writer;
    private final Vault vault;
    private final SecretSource source;
    private final Access access;
    private final AuditTrail trail;
    private final Instant now;

    /**
     * @param vault what encrypts the values that are kept
     * @param source what reads the values that are kept elsewhere
     */
    public SecretService(UnitOfWork work, EnvironmentWriter writer, Vault vault, SecretSource source) {
        this.tx = work.tx();
        this.resolver = work.resolver();
        this.writer = writer;
        this.vault = vault;
        this.source = source;
        this.access = work.access();
        this.trail = work.trail();
        this.now = work.now();
    }

    /** The secrets of the environment in the order of their keys; none of them is decrypted. */
    public List<Secret> list(EnvironmentReference reference) {
        return new ArrayList<>(tx.secrets()
                .current(resolver.environment(reference, Action.SECRET_LIST).id())
                .values());
    }

    /**
     * One secret of the environment, not decrypted.
     *
     * @throws Failure NOT_FOUND when there is no such secret, with the nearest that there are
     */
    public Secret get(EnvironmentReference reference, Key key) {
        return found(resolver.environment(reference, Action.SECRET_LIST), key);
    }

    /**
     * The value of one secret, wherever it is kept.
     *
     * @throws Failure NOT_FOUND when there is no such secret, or nothing where it refers to; DAMAGED when it can't be
     *     decrypted
     */
    public String reveal(EnvironmentReference reference, Key key) {
        Environment environment = resolver.environment(reference, Action.SECRET_REVEAL);
        String value = value(environment, found(environment, key));
        trail.record(Action.SECRET_REVEAL, Target.of(environment), List.of(revealed(key)));
        return value;
    }

    /**
     * The values of secrets of the environment, wherever they are kept.
     *
     * @param only the key at or below which they have to be, or null for all
     * @throws Failure NOT_FOUND when any has no value where it refers to: the message names every one that has none;
     *     DAMAGED when one can't be decrypted
     */
    public NavigableMap<Key, String> values(EnvironmentReference reference, Key only) {
        Environment environment = resolver.environment(reference, Action.SECRET_REVEAL);
        List<Secret> wanted =
                new ArrayList<>(tx.secrets().current(environment.id()).values());
        wanted.removeIf(secret -> only != null && !only.covers(secret.key()));
        source.announce(wanted.stream()
                .filter(Secret::isReference)
                .map(Secret::reference)
                .collect(Collectors.toSet()));
        NavigableMap<Key, String> values = new TreeMap<>();
        List<String> missing = new ArrayList<>();
        for (Secret secret : wanted) {
            try {
                values.put(secret.key(), value(environment, secret));
            } catch (Failure failure) {
                if (failure.kind() != Failure.Kind.NOT_FOUND) {
                    throw failure;
                }
                missing.add(failure.getMessage());
            }
        }
        if (!missing.isEmpty()) {
            throw new Failure(
                    Failure.Kind.NOT_FOUND,
                    String.join("; ", missing),
                    Advice.LIST_SECRET_REFERENCES.of(environment.reference()));
        }
        if (!values.isEmpty()) {
            trail.record(
                    Action.SECRET_REVEAL,
                    Target.of(environment),
                    values.keySet().stream().map(SecretService::revealed).toList());
        }
        return values;
    }

    /** A value that somebody got to see, and that stays as it is. */
    private static FieldChange revealed(Key key) {
        return new FieldChange(key.path(), null, null);
    }

    /**
     * Keeps a value or a reference under a key.
     *
     * @throws Failure RULE when the key has a value that is no secret, or would lie above or below another; DAMAGED when
     *     the store holds secrets that the present keys can't decrypt, since the new one could not be read with them
     */
    public EnvironmentUpdate set(Edit edit, Key key, SecretInput input) {
        WritableEnvironment target = writer.open(edit, Action.SECRET_SET);
        Environment environment = target.environment();
        Secret before = tx.secrets().find(environment.id(), key).orElse(null);
        Secret after = input instanceof SecretReference reference
                ? secret(key, reference.kind(), reference.target(), null, before)
                : sealed(environment, key, ((SecretValue) input).text(), before);
        boolean same = before != null && before.mark().equals(after.mark());
        return target.write(same ? List.of() : List.of(new SecretChange(key, before, after)));
    }

    /**
     * Takes secrets away, all of them or none.
     *
     * @param ifExists whether a key that has none is as good
     * @throws Failure NOT_FOUND when there is no such secret
     */
    public EnvironmentUpdate unset(Edit edit, List<Key> keys, boolean ifExists) {
        WritableEnvironment target = writer.open(edit, Action.SECRET_UNSET);
        Environment environment = target.environment();
        List<SecretChange> changes = new ArrayList<>();
        NavigableSet<Key> distinct = new TreeSet<>(keys);
        for (Key key : distinct) {
            Secret before = tx.secrets().find(environment.id(), key).orElse(null);
            if (before != null) {
                changes.add(new SecretChange(key, before, null));
            } else if (!ifExists) {
                throw absent(environment, key);
            }
        }
        return target.write(changes);
    }

    /**
     * Encrypts every value of the whole store anew, with a new key; makes none where there is nothing to encrypt. Earlier
     * keys are kept; once the transaction is committed they can go with {@link #forgetOldKeys}.
     *
     * @throws Failure DAMAGED when one can't be decrypted
     */
    public Rotation rotateKey() {
        access.require(Action.SECRET_ROTATE_KEY);
        List<SealedSecret> secrets = tx.secrets().allSealed();
        if (secrets.isEmpty()) {
            return new Rotation(0);
        }
        List<String> values = new ArrayList<>(secrets.size());
        for (SealedSecret secret : secrets) {
            values.add(vault.open(secret));
        }
        vault.addKey();
        List<SealedSecret> resealed = new ArrayList<>(secrets.size());
        for (int i = 0; i < secrets.size(); i++) {
            SealedSecret secret = secrets.get(i);
            resealed.add(vault.seal(secret.environmentId(), secret.key(), values.get(i)));
        }
        tx.secrets().reseal(resealed);
        recordRotation();
        return new Rotation(resealed.size());
    }

    /** One event for each organization that has secrets, those in the trash included. */
    private void recordRotation() {
        tx.secrets()
                .countSealed()
                .forEach((id, count) -> trail.record(
                        Action.SECRET_ROTATE_KEY,
                        Target.of(tx.organizations().find(id).orElseThrow()),
                        List.of(FieldChange.added("secrets", count))));
    }

    /** Takes away the keys that a committed {@link #rotateKey} of this service has replaced, if it has. */
    public void forgetOldKeys() {
        vault.forgetOldKeys();
    }

    private Secret sealed(Environment environment, Key key, String value, Secret before) {
        // A keyset that can't read what is there is the wrong one, and a new one could not read it either.
        tx.secrets().anySealed().ifPresentOrElse(vault::open, vault::makeKeysIfMissing);
        SealedSecret sealed = vault.seal(environment.id(), key, value);
        return secret(key, SecretKind.VALUE, sealed.text(), vault.digest(value), before);
    }

    private Secret secret(Key key, SecretKind kind, String content, String digest, Secret before) {
        return new Secret(key, kind, content, digest, before == null ? now : before.createdAt(), now);
    }

    private String value(Environment environment, Secret secret) {
        if (!secret.isReference()) {
            return vault.open(new SealedSecret(environment.id(), secret.key(), secret.content()));
        }
        try {
            return source.read(secret.reference());
        } catch (Failure failure) {
            throw new Failure(
                    failure.kind(),
                    "the secret '" + secret.key() + "' has no value: " + failure.getMessage(),
                    failure.hint(),
                    failure);
        }
    }

    private Secret found(Environment environment, Key key) {
        return tx.secrets().find(environment.id(), key).orElseThrow(() -> absent(environment, key));
    }

    private Failure absent(Environment environment, Key key) {
        List<String> present = new ArrayList<>();
        for (Key other : tx.secrets().keys(environment.id())) {
            present.add(other.path());
        }
        boolean isValue = tx.configurations().find(environment.id(), key).isPresent();
        Hint hint = isValue
                ? Advice.GET_VALUE.of(key, environment.reference())
                : Nearest.hint(key.path(), present, Advice.LIST_SECRETS.of(environment.reference()));
        return new Failure(Failure.Kind.NOT_FOUND, environment.reference() + " has no secret '" + key + "'", hint);
    }
}
