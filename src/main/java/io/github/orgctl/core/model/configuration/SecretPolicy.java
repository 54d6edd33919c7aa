package io.github.orgctl.core.model.configuration;

import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What is asked of a secret, whatever its value.
 *
 * @param keepVersions the number of versions to keep, the present one included; null for the default
 * @param expiresAt when the value stops being good; null for never
 * @param rotateEvery after how long a new value is due; null for never
 * @param note what people should know of it; may be empty
 */
public record SecretPolicy(Long keepVersions, Instant expiresAt, RotationPeriod rotateEvery, Description note) {
    public static final SecretPolicy NONE = new SecretPolicy(null, null, null, Description.NONE);
    public static final int DEFAULT_VERSIONS = 10;

    public long versions() {
        return keepVersions == null ? DEFAULT_VERSIONS : keepVersions;
    }

    public boolean isExpired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    /**
     * What people should know of this policy that was another before.
     *
     * @param valuedAt when the secret's value was new
     */
    public List<String> told(Key key, SecretPolicy before, Instant valuedAt) {
        List<String> lines = new ArrayList<>();
        if (expiresAt != null && !expiresAt.equals(before.expiresAt)) {
            lines.add("'" + key + "' expires at " + Timestamps.text(expiresAt));
        } else if (expiresAt == null && before.expiresAt != null) {
            lines.add("'" + key + "' no longer expires: its expiry at " + Timestamps.text(before.expiresAt)
                    + " was removed");
        }
        if (rotateEvery != null && !rotateEvery.equals(before.rotateEvery)) {
            lines.add("'" + key + "' is due for rotation at " + Timestamps.text(rotateEvery.after(valuedAt)));
        } else if (rotateEvery == null && before.rotateEvery != null) {
            lines.add("'" + key + "' is no longer due for rotation");
        }
        if (!Objects.equals(keepVersions, before.keepVersions)) {
            lines.add("versions of '" + key + "' to keep: " + versions());
        }
        if (!note.equals(before.note)) {
            lines.add("note of '" + key + "' changed");
        }
        return lines;
    }

    /** When something has to be done: the sooner of expiry and rotation; null for never. */
    public Instant dueAt(Instant valuedAt) {
        Instant rotation = rotateEvery == null ? null : rotateEvery.after(valuedAt);
        if (expiresAt == null || rotation == null) {
            return expiresAt == null ? rotation : expiresAt;
        }
        return rotation.isBefore(expiresAt) ? rotation : expiresAt;
    }
}
