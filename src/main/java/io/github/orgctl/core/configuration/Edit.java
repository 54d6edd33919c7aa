package io.github.orgctl.core.configuration;

import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.value.Description;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which environment is to be changed, and why.
 *
 * @param message kept in the history; may be empty
 * @param expectedRevision the revision the change is meant for, or null for whatever it is
 * @param opened the gates that a change of live may pass
 * @param breaksReferences whether keys may go that templates refer to
 */
public record Edit(
        EnvironmentReference environment,
        Description message,
        Long expectedRevision,
        Set<Gate> opened,
        boolean breaksReferences) {
    /** Without breaking references. */
    public Edit(EnvironmentReference environment, Description message, Long expectedRevision, Set<Gate> opened) {
        this(environment, message, expectedRevision, opened, false);
    }

    /** With all gates closed. */
    public Edit(EnvironmentReference environment, Description message, Long expectedRevision) {
        this(environment, message, expectedRevision, Set.of(), false);
    }

    /** The same edit with one more gate open. */
    Edit opening(Gate gate) {
        Set<Gate> more = EnumSet.of(gate);
        more.addAll(opened);
        return new Edit(environment, message, expectedRevision, more, breaksReferences);
    }

    /** The same edit, meant for one revision. */
    public Edit expecting(long revision) {
        return new Edit(environment, message, revision, opened, breaksReferences);
    }
}
