package io.github.orgctl.core.document;

import io.github.orgctl.core.model.audit.AuditHead;
import io.github.orgctl.core.model.store.StoreIdentity;
import java.util.List;

/**
 * A plan saved for later, which can only do exactly what it did when it was made.
 *
 * @param request the request it was made from, including open gates
 * @param store identity and epoch of the store; null if there was none
 * @param anchors heads of audit logs at that time, which identify the store and reveal a restore
 */
public record SavedPlan(PlanRequest request, StoreIdentity store, List<AuditHead> anchors, ChangePlan plan) {}
