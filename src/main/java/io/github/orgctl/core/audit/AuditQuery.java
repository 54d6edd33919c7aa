package io.github.orgctl.core.audit;

import io.github.orgctl.core.model.access.ActionPattern;
import io.github.orgctl.core.model.audit.Actor;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Until;

/**
 * Filter of audit events. A part that is null matches everything.
 *
 * @param allOrganizations whether of all organizations that are seen, rather than of the current one
 * @param project that they are about; one in the trash or gone for good by its id
 * @param actor who did it
 * @param target what it was done to, as it was called then; an address in any of its forms
 * @param actions what was done
 * @param since the earliest time; a duration counts back from now
 * @param until the first time that is too late; a duration counts back from now
 */
public record AuditQuery(
        boolean allOrganizations,
        ProjectReference project,
        Actor actor,
        String target,
        ActionPattern actions,
        Until since,
        Until until) {}
