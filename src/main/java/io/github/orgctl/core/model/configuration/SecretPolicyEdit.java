package io.github.orgctl.core.model.configuration;

import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.FieldChange;
import java.time.Instant;
import java.util.List;

/**
 * What is to change of what is asked of a secret. Null for what stays.
 *
 * @param rotateEvery {@link #NO_ROTATION} to ask for none
 */
public record SecretPolicyEdit(Long keepVersions, SecretExpiry expires, String rotateEvery, Description note) {
    public static final SecretPolicyEdit NONE = new SecretPolicyEdit(null, null, null, null);
    public static final String NO_ROTATION = "never";

    public boolean isNone() {
        return equals(NONE);
    }

    /**
     * @param newValue whether the secret gets a new value, which ends an expiry that has passed
     * @throws io.github.orgctl.core.model.value.Failure USAGE when the expiry has passed
     */
    public SecretPolicy of(SecretPolicy before, boolean newValue, Instant now) {
        boolean over = newValue && before.isExpired(now);
        Instant expiry = over ? null : before.expiresAt();
        RotationPeriod period = before.rotateEvery();
        if (rotateEvery != null) {
            period = rotateEvery.equals(NO_ROTATION) ? null : new RotationPeriod(rotateEvery);
        }
        return new SecretPolicy(
                keepVersions == null ? before.keepVersions() : keepVersions,
                expires == null ? expiry : expires.from(now),
                period,
                note == null ? before.note() : note);
    }

    /** What an event tells of a policy that changed. */
    public static List<FieldChange> changes(Key key, SecretPolicy before, SecretPolicy after) {
        return new FieldChange.Collector()
                .add(key + "#keepVersions", before.keepVersions(), after.keepVersions())
                .add(key + "#expiresAt", before.expiresAt(), after.expiresAt())
                .add(key + "#rotateEvery", before.rotateEvery(), after.rotateEvery())
                .add(key + "#note", before.note(), after.note())
                .changes();
    }
}
