package io.github.orgctl.core.model.access;

import io.github.orgctl.core.model.value.Id;
import java.util.List;
import java.util.Set;

/**
 * Actions whose events are shown for some organizations only.
 *
 * @param actions at least one
 * @param organizations may be empty
 */
public record ConfinedActions(Set<Action> actions, List<Id> organizations) {}
