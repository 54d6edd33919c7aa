package io.github.orgctl.core.model.configuration;

import java.time.Instant;

/**
 * A secret as it is kept.
 *
 * @param version counted from 1
 * @param content the value encrypted for this environment, key and version, or what a reference points to
 * @param digest the keyed digest of the value in hex; null for a reference
 * @param template whether the value is a template
 * @param createdAt to the millisecond
 * @param updatedAt to the millisecond
 * @param valuedAt when the value was new; a rollback brings it back with the value
 */
public record Secret(
        Key key,
        long version,
        SecretKind kind,
        String content,
        String digest,
        boolean template,
        Instant createdAt,
        Instant updatedAt,
        Instant valuedAt) {
    /** The same with the age of another value. */
    public Secret valuedAt(Instant time) {
        return new Secret(key, version, kind, content, digest, template, createdAt, updatedAt, time);
    }

    /** The same under another key, with what is stored there for the value. */
    public Secret moved(Key other, long number, String otherContent, String otherDigest) {
        return new Secret(other, number, kind, otherContent, otherDigest, template, createdAt, updatedAt, valuedAt);
    }

    /** Whether the value is elsewhere. */
    public boolean isReference() {
        return kind != SecretKind.VALUE;
    }

    /** Location of the value, for a reference. */
    public SecretReference reference() {
        return new SecretReference(kind, content);
    }

    public SecretMark mark() {
        if (isReference()) {
            return new SecretMark(reference().toString());
        }
        return new SecretMark(template ? SecretMark.TEMPLATE + digest : digest);
    }
}
