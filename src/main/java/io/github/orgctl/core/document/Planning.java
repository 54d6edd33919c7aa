package io.github.orgctl.core.document;

import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.port.Tx;

/** State shared by the planners: the documents, their targets in the store, and the results so far. */
record Planning(UnitOfWork work, PlanRequest request, DocumentTargets targets, PlanNotes notes) {
    Tx tx() {
        return work.tx();
    }

    /** Whether resources that the documents lack are deleted. */
    boolean deletes() {
        return request.opens(ChangeGate.DELETE);
    }
}
