package io.github.orgctl.core.kernel;

import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.access.Token;
import io.github.orgctl.core.model.audit.AuditEvent;
import io.github.orgctl.core.model.audit.AuditHead;
import io.github.orgctl.core.model.audit.ChainEnd;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Sha256;
import io.github.orgctl.core.model.value.Timeline;
import io.github.orgctl.core.port.IdSource;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes audit events in the transaction that makes the change: one event per change, chained by hashes. */
public final class AuditTrail {
    /** Previous hash of the first event in a chain. */
    public static final String NO_EVENT = "0".repeat(64);

    private final Tx tx;
    private final Access access;
    private final Set<Id> chains = new HashSet<>();
    private Instant now;
    private final IdSource ids;
    private Id correlation;

    public AuditTrail(Tx tx, Access access, Instant now, IdSource ids) {
        this.tx = tx;
        this.access = access;
        this.now = now;
        this.ids = ids;
    }

    /**
     * @param changes changed fields; never contain secret values
     * @return the event's sequence number and hash
     */
    public AuditHead record(Action action, Target target, List<FieldChange> changes) {
        Optional<ChainEnd> end = tx.audit().end(target.organizationId());
        AuditHead last = end.isPresent() ? end.get().head() : new AuditHead(target.organizationId(), 0, NO_EVENT);
        AuditEvent event = new AuditEvent(
                last.sequence() + 1,
                time(target.organizationId(), end.isPresent() ? end.get().at() : null),
                access.actor(),
                token(),
                action.toString(),
                target,
                changes,
                correlation(),
                last.hash());
        String text = event.text();
        AuditHead head = new AuditHead(target.organizationId(), event.sequence(), Sha256.of(text));
        tx.audit().append(head, text);
        return head;
    }

    /** Time of all events that a command adds to a chain, later than the chain's last event. */
    private Instant time(Id organization, Instant last) {
        if (chains.add(organization)) {
            now = Timeline.next(last, now);
        }
        return now;
    }

    /** Whether any event was written. */
    public boolean hasRecorded() {
        return correlation != null;
    }

    private String token() {
        Token token = access.token();
        return token == null ? null : token.name() + " …" + token.ending();
    }

    /** Correlation id shared by all events of a command. */
    private Id correlation() {
        if (correlation == null) {
            correlation = ids.next();
        }
        return correlation;
    }
}
