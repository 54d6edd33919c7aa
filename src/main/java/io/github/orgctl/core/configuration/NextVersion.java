package io.github.orgctl.core.configuration;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.SecretKind;
import io.github.orgctl.core.model.configuration.SecretReference;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Makes the next versions of secrets. Numbers go on where a secret was removed, as long as versions of it are kept. */
public final class NextVersion {
    private final Tx tx;
    private final Instant now;
    private final Map<Id, Map<Key, Long>> newest = new HashMap<>();

    public NextVersion(Tx tx, Instant now) {
        this.tx = tx;
        this.now = now;
    }

    /**
     * The secret as a reference.
     *
     * @param before what it is so far, or null
     */
    public Secret of(Id environmentId, Key key, SecretReference reference, Secret before) {
        return of(environmentId, key, reference.kind(), reference.target(), null, false, before);
    }

    /** The secret with an encrypted value, which may be a template. */
    Secret of(Id environmentId, Key key, String sealed, String digest, boolean template, Secret before) {
        return of(environmentId, key, SecretKind.VALUE, sealed, digest, template, before);
    }

    private Secret of(
            Id environmentId,
            Key key,
            SecretKind kind,
            String content,
            String digest,
            boolean template,
            Secret before) {
        Instant createdAt = before == null ? now : before.createdAt();
        long number = number(environmentId, key, before);
        return new Secret(key, number, kind, content, digest, template, createdAt, now, now);
    }

    /** Its number. */
    long number(Id environmentId, Key key, Secret before) {
        if (before != null) {
            return before.version() + 1;
        }
        Map<Key, Long> removed = newest.computeIfAbsent(environmentId, tx.secretVersions()::newest);
        return removed.getOrDefault(key, 0L) + 1;
    }
}
