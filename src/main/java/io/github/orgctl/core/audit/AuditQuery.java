package io.github.orgctl.core.audit;

import io.github.orgctl.core.model.access.ActionPattern;
import io.github.orgctl.core.model.audit.Actor;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Until;

/**
 * Filter for audit events. Null fields match everything.
 *
 * @param allOrganizations whether to include all visible organizations instead of the current one
 * @param project project that the events concern; by id if it was deleted
 * @param actor who performed the action
 * @param target what was changed, by its name at the time; an e-mail address in any spelling
 * @param actions the actions to include
 * @param since earliest time, inclusive; a duration is subtracted from now
 * @param until latest time, exclusive; a duration is subtracted from now
 */
public record AuditQuery(
        boolean allOrganizations,
        ProjectReference project,
        Actor actor,
        String target,
        ActionPattern actions,
        Until since,
        Until until) {}
