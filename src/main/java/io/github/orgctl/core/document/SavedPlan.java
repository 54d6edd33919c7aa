package io.github.orgctl.core.document;

import io.github.orgctl.core.model.audit.AuditHead;
import java.util.List;

/**
 * A plan that was kept to be applied later, and can do nothing else than it did when it was made.
 *
 * @param request what it was made from, with the gates that were opened then
 * @param anchors where audit logs ended then, which tells the store, and whether it was restored since
 */
public record SavedPlan(PlanRequest request, List<AuditHead> anchors, ChangePlan plan) {}
