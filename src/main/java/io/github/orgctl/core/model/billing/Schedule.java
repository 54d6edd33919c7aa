package io.github.orgctl.core.model.billing;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A current value and scheduled values by first day.
 *
 * @param present null if none is in effect yet
 */
public record Schedule<T>(T present, NavigableMap<LocalDate, T> later) {
    /**
     * Creates a schedule without past values.
     *
     * @param byDay values by first day
     */
    public static <T> Schedule<T> of(T before, NavigableMap<LocalDate, T> byDay, LocalDate today) {
        Map.Entry<LocalDate, T> present = byDay.floorEntry(today);
        return new Schedule<>(
                present == null ? before : present.getValue(), new TreeMap<>(byDay.tailMap(today, false)));
    }

    /** The value in effect on a later day. */
    public T on(LocalDate day) {
        Map.Entry<LocalDate, T> entry = later.floorEntry(day);
        return entry == null ? present : entry.getValue();
    }

    /** Returns the schedule without entries that change nothing. */
    public Schedule<T> concise() {
        NavigableMap<LocalDate, T> changes = new TreeMap<>();
        T before = present;
        for (Map.Entry<LocalDate, T> entry : later.entrySet()) {
            if (!Objects.equals(before, entry.getValue())) {
                changes.put(entry.getKey(), entry.getValue());
            }
            before = entry.getValue();
        }
        return new Schedule<>(present, changes);
    }
}
