package io.github.orgctl.core.configuration;

import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.SealedSecret;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.SecretChange;
import io.github.orgctl.core.model.configuration.SecretInput;
import io.github.orgctl.core.model.configuration.SecretReference;
import io.github.orgctl.core.model.configuration.SecretTemplate;
import io.github.orgctl.core.model.configuration.SecretValue;
import io.github.orgctl.core.model.configuration.ValueTemplate;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.SecretSource;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.core.port.Vault;
import io.github.orgctl.core.reference.ReferenceBinder;
import io.github.orgctl.core.reference.ReferencePlaces;
import io.github.orgctl.core.reference.SecretTexts;
import io.github.orgctl.core.reference.TemplateResolver;

/** Turns the values of secrets into what is stored, and back. */
final class SecretSeals implements SecretTexts {
    private final UnitOfWork work;
    private final Tx tx;
    private final Vault vault;
    private final SecretSource source;
    private final NextVersion next;
    private boolean keysFit;

    SecretSeals(UnitOfWork work, Vault vault, SecretSource source) {
        this.work = work;
        this.tx = work.tx();
        this.vault = vault;
        this.source = source;
        this.next = new NextVersion(tx, work.now());
    }

    /**
     * The secret with a new content.
     *
     * @param before what it is so far, or null
     * @return {@code before} itself where it has that content
     * @throws Failure DAMAGED when the store holds secrets that the present keys can't decrypt, since the new one could not
     *     be read with them
     */
    Secret seal(Environment environment, Key key, SecretInput input, Secret before) {
        if (input instanceof SecretReference reference) {
            boolean same = before != null && before.mark().text().equals(reference.toString());
            return same ? before : next.of(environment.id(), key, reference, before);
        }
        boolean template = input instanceof SecretTemplate;
        String value = template ? ((SecretTemplate) input).template().toString() : ((SecretValue) input).text();
        requireFittingKeys();
        if (before != null
                && !before.isReference()
                && before.template() == template
                && open(environment, before).equals(value)) {
            return before;
        }
        SealedSecret sealed = vault.seal(environment.id(), key, next.number(environment.id(), key, before), value);
        String digest = vault.digest(environment.id(), key, value);
        return next.of(environment.id(), key, sealed.text(), digest, template, before);
    }

    /** A keyset that can't read what is there is the wrong one, and a new one could not read it either. */
    private void requireFittingKeys() {
        if (!keysFit) {
            tx.secrets().anySealed().ifPresentOrElse(vault::open, vault::makeKeysIfMissing);
            keysFit = true;
        }
    }

    /**
     * A version of a secret as a new version, with the age of its value.
     *
     * @param key which may be another than that of the version
     * @param before what the secret is so far, or null
     * @return {@code before} itself where it has the same content
     */
    Secret restore(Environment environment, Secret version, Key key, Secret before) {
        Secret after = seal(environment, key, input(environment, version), before);
        return after.equals(before) ? before : after.valuedAt(version.valuedAt());
    }

    /** A version of a secret, encrypted for another key and number. */
    Secret moved(Environment environment, Secret version, Key key, long number) {
        if (version.isReference()) {
            return version.moved(key, number, version.content(), null);
        }
        String text = open(environment, version);
        String sealed = vault.seal(environment.id(), key, number, text).text();
        return version.moved(key, number, sealed, vault.digest(environment.id(), key, text));
    }

    /** What has to be set elsewhere to have the same secret there. */
    SecretInput input(Environment environment, Secret secret) {
        if (secret.isReference()) {
            return secret.reference();
        }
        String text = open(environment, secret);
        return secret.template() ? new SecretTemplate(ValueTemplate.parse(text)) : new SecretValue(text);
    }

    /** A template that is kept, as users write it. */
    String named(Environment environment, String kept) {
        return new ReferenceBinder(work, environment)
                .named(ValueTemplate.parse(kept))
                .toString();
    }

    /** The change from one content of a secret to another. */
    SecretChange change(Environment environment, Secret before, Secret after) {
        if (!after.template()) {
            return new SecretChange(after.key(), before, after);
        }
        ValueTemplate template = ValueTemplate.parse(open(environment, after));
        return new SecretChange(after.key(), before, after, new ReferencePlaces(tx).of(environment, template));
    }

    private String open(Environment environment, Secret secret) {
        return vault.open(new SealedSecret(environment.id(), secret.key(), secret.version(), secret.content()));
    }

    /**
     * The value of a secret, wherever it is.
     *
     * @throws Failure NOT_FOUND when there is nothing where it refers to; DAMAGED when it can't be decrypted
     */
    String value(Environment environment, Secret secret) {
        if (!secret.template()) {
            return text(environment, secret);
        }
        TemplateResolver templates = new TemplateResolver(work, this);
        String value = templates.secret(environment, secret.key(), open(environment, secret));
        templates.check(environment);
        return value;
    }

    /** The value of a secret, or the template that it is. */
    @Override
    public String text(Environment environment, Secret secret) {
        if (!secret.isReference()) {
            return open(environment, secret);
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
}
