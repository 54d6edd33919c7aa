package io.github.orgctl.core.audit;

import io.github.orgctl.core.model.audit.AuditEvent;
import io.github.orgctl.core.model.audit.ChainVerdict;
import io.github.orgctl.core.model.audit.RecordedState;
import io.github.orgctl.core.model.audit.RevisionProof;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.Tx;
import java.util.Optional;

/** Compares the content of environments with the audit events of their latest revisions. */
final class StateCheck {
    private final Tx tx;

    StateCheck(Tx tx) {
        this.tx = tx;
    }

    /**
     * @param verdict verdict on the organization's chain
     * @return the same verdict if the chain is broken or the environments match it
     */
    ChainVerdict of(ChainVerdict verdict) {
        if (!verdict.ok()) {
            return verdict;
        }
        for (RecordedState state : tx.configurations().states(new Id(verdict.organizationId()))) {
            if (state.recorded() != null && !(state.isAsRecorded() && isProven(state))) {
                boolean ofThisChain = verdict.organizationId().equals(state.eventOrganizationId());
                return verdict.broken(
                        ofThisChain ? state.eventSequence() : null,
                        state.reference() + " does not match what was recorded with its revision " + state.revision());
            }
        }
        return verdict;
    }

    private boolean isProven(RecordedState state) {
        Optional<AuditEvent> found = event(state);
        if (found.isEmpty()) {
            return false;
        }
        AuditEvent event = found.get();
        return event.target().projectId() != null
                && event.target().projectId().value().equals(state.projectId())
                && String.valueOf(event.target().mode()).equals(state.mode())
                && state.digest().equals(after(event, RevisionProof.FIELD))
                && String.valueOf(state.revision()).equals(after(event, "#revision"));
    }

    /** Empty if the event is missing or unreadable. */
    private Optional<AuditEvent> event(RecordedState state) {
        if (state.eventOrganizationId() == null || !Id.looksLikeId(state.eventOrganizationId())) {
            return Optional.empty();
        }
        try {
            return tx.audit()
                    .find(new Id(state.eventOrganizationId()), state.eventSequence())
                    .map(recorded -> recorded.event());
        } catch (Failure damaged) {
            return Optional.empty();
        }
    }

    private static String after(AuditEvent event, String field) {
        for (FieldChange change : event.changes()) {
            if (change.field().equals(field)) {
                return change.after();
            }
        }
        return null;
    }
}
