package io.github.orgctl.core.configuration;

import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.AuditTrail;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.configuration.ExistingSecrets;
import io.github.orgctl.core.model.configuration.GivenSecrets;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.SealedSecret;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.SecretChange;
import io.github.orgctl.core.model.configuration.SecretInput;
import io.github.orgctl.core.model.configuration.SecretPolicy;
import io.github.orgctl.core.model.configuration.SecretPolicyEdit;
import io.github.orgctl.core.model.configuration.SecretTemplate;
import io.github.orgctl.core.model.configuration.SecretValue;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.port.SecretSource;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.core.port.Vault;
import io.github.orgctl.core.reference.ReferenceBinder;
import io.github.orgctl.core.reference.TemplateResolver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What can be done with the secrets of environments, and the rules for it. */
public final class SecretService {
    private final UnitOfWork work;
    private final Tx tx;
    private final Resolver resolver;
    private final EnvironmentWriter writer;
    private final Vault vault;
    private final SecretSource source;
    private final SecretSeals seals;
    private final SecretFinder finder;
    private final Instant now;
    private final Access access;
    private final AuditTrail trail;

    /**
     * @param vault what encrypts the values that are kept
     * @param source what reads the values that are kept elsewhere
     */
    public SecretService(UnitOfWork work, EnvironmentWriter writer, Vault vault, SecretSource source) {
        this.work = work;
        this.tx = work.tx();
        this.resolver = work.resolver();
        this.writer = writer;
        this.vault = vault;
        this.source = source;
        this.access = work.access();
        this.trail = work.trail();
        this.seals = new SecretSeals(work, vault, source);
        this.finder = new SecretFinder(tx);
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
        return finder.get(resolver.environment(reference, Action.SECRET_LIST), key);
    }

    /**
     * The value of one secret, wherever it is kept; of a template, what it resolves to.
     *
     * @param raw whether a template is to stay as it is written
     * @throws Failure NOT_FOUND when there is no such secret, or nothing where it refers to; DAMAGED when it can't be
     *     decrypted
     */
    public String reveal(EnvironmentReference reference, Key key, boolean raw) {
        Environment environment = resolver.environment(reference, Action.SECRET_REVEAL);
        Secret secret = finder.get(environment, key);
        TemplateResolver templates = templates();
        String value = seals.text(environment, secret);
        if (secret.template()) {
            value = raw ? seals.named(environment, value) : templates.secret(environment, key, value);
        }
        templates.check(environment);
        recordReveal(environment, new TreeSet<>(List.of(key)), templates);
        return value;
    }

    /** Resolves templates of values and of secrets. */
    TemplateResolver templates() {
        return new TemplateResolver(work, seals);
    }

    /** Records who got to see what, in each environment that has secrets among it. */
    private void recordReveal(Environment environment, NavigableSet<Key> keys, TemplateResolver templates) {
        templates.secretsRead().forEach((other, used) -> {
            if (other.id().equals(environment.id())) {
                keys.addAll(used);
            } else {
                recordReveal(other, used);
            }
        });
        recordReveal(environment, keys);
    }

    private void recordReveal(Environment environment, NavigableSet<Key> keys) {
        if (!keys.isEmpty()) {
            trail.record(
                    Action.SECRET_REVEAL,
                    Target.of(environment),
                    keys.stream().map(SecretService::revealed).toList());
        }
    }

    /**
     * The values of secrets of the environment, wherever they are kept.
     *
     * @param wanted the condition for their keys
     * @param templates resolves those that are templates; what it can't is left out
     * @throws Failure NOT_FOUND when any has no value where it refers to: the message names every one that has none;
     *     DAMAGED when one can't be decrypted
     */
    NavigableMap<Key, String> values(
            EnvironmentReference reference, Predicate<Key> wanted, TemplateResolver templates) {
        Environment environment = resolver.environment(reference, Action.SECRET_REVEAL);
        List<Secret> secrets =
                new ArrayList<>(tx.secrets().current(environment.id()).values());
        secrets.removeIf(secret -> !wanted.test(secret.key()));
        source.announce(secrets.stream()
                .filter(Secret::isReference)
                .map(Secret::reference)
                .collect(Collectors.toSet()));
        NavigableMap<Key, String> values = new TreeMap<>();
        MissingValues missing = new MissingValues();
        for (Secret secret : secrets) {
            missing.collect(() -> {
                String text = seals.text(environment, secret);
                String value = secret.template() ? templates.secret(environment, secret.key(), text) : text;
                if (value != null) {
                    values.put(secret.key(), value);
                }
            });
        }
        if (!missing.messages().isEmpty()) {
            throw new Failure(
                    Failure.Kind.NOT_FOUND,
                    String.join("; ", missing.messages()),
                    Advice.LIST_SECRET_REFERENCES.of(environment.reference()));
        }
        templates.check(environment);
        recordReveal(environment, new TreeSet<>(values.keySet()), templates);
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
        return set(edit, key, input, SecretPolicyEdit.NONE);
    }

    /**
     * The same, and changes what is asked of the secret.
     *
     * @param input null where the value stays
     * @throws Failure NOT_FOUND when the value is to stay and there is no such secret; USAGE when an expiry has passed
     */
    public EnvironmentUpdate set(Edit edit, Key key, SecretInput input, SecretPolicyEdit policyEdit) {
        WritableEnvironment target = writer.open(edit, Action.SECRET_SET);
        Environment environment = target.environment();
        Secret before = input == null
                ? finder.get(environment, key)
                : tx.secrets().find(environment.id(), key).orElse(null);
        Secret after = input == null ? before : seals.seal(environment, key, bound(environment, input), before);
        boolean newValue = !after.equals(before);
        SecretPolicy old = tx.secretVersions().policies(environment.id()).getOrDefault(key, SecretPolicy.NONE);
        SecretPolicy policy = policyEdit.of(old, newValue, now);
        List<String> details = new ArrayList<>();
        if (!policy.equals(old)) {
            target.telling(SecretPolicyEdit.changes(key, old, policy));
            tx.secretVersions().put(environment.id(), key, policy);
            details.addAll(policy.told(key, old, after.valuedAt()));
        }
        EnvironmentUpdate update =
                target.write(newValue ? List.of(seals.change(environment, before, after)) : List.of());
        return update.and(newValue ? 0 : target.prune(key, after.version(), policy), details);
    }

    /** A template with the environments found that it names. */
    private SecretInput bound(Environment environment, SecretInput input) {
        return input instanceof SecretTemplate template
                ? new SecretTemplate(new ReferenceBinder(work, environment).kept(template.template()))
                : input;
    }

    /** What has to change to keep this under a key; nothing where it is so already. */
    Optional<SecretChange> change(Environment environment, Key key, SecretInput input) {
        Secret before = tx.secrets().find(environment.id(), key).orElse(null);
        Secret after = seals.seal(environment, key, input, before);
        return after.equals(before) ? Optional.empty() : Optional.of(seals.change(environment, before, after));
    }

    /** What has to be set elsewhere to have the same secret there; whoever asks has the right to reveal it. */
    SecretInput input(Environment environment, Secret secret) {
        return seals.input(environment, secret);
    }

    /**
     * Keeps several values under keys, all of them or none.
     *
     * @throws Failure as {@link #set}
     */
    public EnvironmentUpdate setAll(Edit edit, NavigableMap<Key, SecretValue> values) {
        WritableEnvironment target = writer.open(edit, Action.SECRET_SET);
        return target.write(changes(target.environment(), values, ExistingSecrets.OVERWRITE));
    }

    /**
     * Plans to take the secrets that a file gives, all of them or none.
     *
     * @param only the key at or below which they have to be, or null for all
     * @throws Failure CONFLICT when secrets have other values, which are to be refused; what the secrets themselves say;
     *     RULE when one would take the key of a value, or lie above or below another
     */
    public PendingUpdate load(Edit edit, GivenSecrets given, Key only, ExistingSecrets existing) {
        WritableEnvironment target = writer.open(edit, Action.SECRET_IMPORT);
        Environment environment = target.environment();
        NavigableMap<Key, SecretValue> values = given.in(
                only,
                tx.secrets().keys(environment.id()),
                target.values().values().keySet(),
                environment.reference());
        return target.pending(target.values(), changes(environment, values, existing));
    }

    private List<SecretChange> changes(
            Environment environment, NavigableMap<Key, SecretValue> values, ExistingSecrets existing) {
        NavigableMap<Key, Secret> present = tx.secrets().current(environment.id());
        List<SecretChange> changes = new ArrayList<>();
        List<Key> conflicts = new ArrayList<>();
        values.forEach((key, value) -> {
            Secret before = present.get(key);
            if (before != null && existing == ExistingSecrets.SKIP) {
                return;
            }
            Secret after = seals.seal(environment, key, value, before);
            if (before != null && !after.equals(before) && existing == ExistingSecrets.REFUSE) {
                conflicts.add(key);
            } else if (!after.equals(before)) {
                changes.add(new SecretChange(key, before, after));
            }
        });
        if (!conflicts.isEmpty()) {
            throw new Failure(
                    Failure.Kind.CONFLICT,
                    environment.reference() + " has other values for: " + Key.some(conflicts),
                    Advice.SKIP_OR_OVERWRITE.of());
        }
        return changes;
    }

    /**
     * Takes secrets away, all of them or none. Naming the keys opens the gate to delete them.
     *
     * @param ifExists whether a key that has none is as good
     * @throws Failure NOT_FOUND when there is no such secret
     */
    public EnvironmentUpdate unset(Edit edit, List<Key> keys, boolean ifExists) {
        WritableEnvironment target = writer.open(edit.opening(Gate.DELETE), Action.SECRET_UNSET);
        Environment environment = target.environment();
        List<SecretChange> changes = new ArrayList<>();
        NavigableSet<Key> distinct = new TreeSet<>(keys);
        for (Key key : distinct) {
            Secret before = tx.secrets().find(environment.id(), key).orElse(null);
            if (before != null) {
                changes.add(new SecretChange(key, before, null));
            } else if (!ifExists) {
                throw finder.absent(environment, key);
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
            resealed.add(vault.seal(secret.environmentId(), secret.key(), secret.version(), values.get(i)));
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
}
