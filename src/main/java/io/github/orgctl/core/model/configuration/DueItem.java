package io.github.orgctl.core.model.configuration;

import io.github.orgctl.core.model.value.Description;
import java.time.Instant;
import java.util.Locale;

/**
 * Something that has to be renewed by a time.
 *
 * @param place the environment or the organization that it belongs to
 * @param name the key of a secret, the name of a token, or the address of an invitation
 * @param reason null for a token and an invitation, which only expire
 * @param overdue whether the time has come
 */
public record DueItem(
        Kind kind, String place, String name, Reason reason, Instant at, boolean overdue, Description note)
        implements Comparable<DueItem> {
    /** What it is. */
    public enum Kind {
        SECRET,
        TOKEN,
        INVITATION;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What happens at that time. */
    public enum Reason {
        EXPIRES,
        ROTATION;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The one that is due first comes first. */
    @Override
    public int compareTo(DueItem other) {
        int byTime = at.compareTo(other.at);
        int byPlace = byTime == 0 ? place.compareTo(other.place) : byTime;
        return byPlace == 0 ? name.compareTo(other.name) : byPlace;
    }
}
