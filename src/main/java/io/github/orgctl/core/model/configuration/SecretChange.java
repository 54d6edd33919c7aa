package io.github.orgctl.core.model.configuration;

import java.util.Set;

/**
 * One secret that an edit changes.
 *
 * @param before what it was, or null where there was none
 * @param after what it becomes, or null where it goes
 * @param targets what it refers to then, where it is a template
 */
public record SecretChange(Key key, Secret before, Secret after, Set<ValuePlace> targets) {
    /** A change to no template. */
    public SecretChange(Key key, Secret before, Secret after) {
        this(key, before, after, Set.of());
    }

    /** Whether what it refers to may have changed. */
    public boolean isOfTemplate() {
        return before != null && before.template() || after != null && after.template();
    }

    /** What may be shown of it. */
    public KeyChange shown() {
        return KeyChange.ofSecret(key, before == null ? null : before.mark(), after == null ? null : after.mark());
    }
}
