package io.github.orgctl.core.model.configuration;

import java.time.Instant;

/**
 * A secret as it is kept.
 *
 * @param content the value encrypted for this environment and key, or what a reference points to
 * @param digest the keyed digest of the value in hex; null for a reference
 * @param createdAt to the millisecond
 * @param updatedAt to the millisecond
 */
public record Secret(Key key, SecretKind kind, String content, String digest, Instant createdAt, Instant updatedAt) {
    /** Whether the value is elsewhere. */
    public boolean isReference() {
        return kind != SecretKind.VALUE;
    }

    /** Location of the value, for a reference. */
    public SecretReference reference() {
        return new SecretReference(kind, content);
    }

    public SecretMark mark() {
        return new SecretMark(isReference() ? reference().toString() : digest);
    }
}
