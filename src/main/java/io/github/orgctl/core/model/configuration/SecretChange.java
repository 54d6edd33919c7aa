package io.github.orgctl.core.model.configuration;

/**
 * One secret that an edit changes.
 *
 * @param before what it was, or null where there was none
 * @param after what it becomes, or null where it goes
 */
public record SecretChange(Key key, Secret before, Secret after) {
    /** What may be shown of it. */
    public KeyChange shown() {
        return KeyChange.ofSecret(key, before == null ? null : before.mark(), after == null ? null : after.mark());
    }
}
