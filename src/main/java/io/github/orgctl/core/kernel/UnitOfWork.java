package io.github.orgctl.core.kernel;

import io.github.orgctl.core.port.IdSource;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;

/**
 * State shared by the services during one command: its transaction, time, acting identity, audit trail and resolver.
 *
 * @param now time of everything that the command does, to the millisecond
 */
public record UnitOfWork(Tx tx, Instant now, IdSource ids, Access access, AuditTrail trail, Resolver resolver) {
    /**
     * @param credentials the acting identity
     * @param context defaults for omitted references
     */
    public static UnitOfWork of(Tx tx, Instant now, IdSource ids, Credentials credentials, Context context) {
        Access access = new Access(tx, credentials, now);
        AuditTrail trail = new AuditTrail(tx, access, now, ids);
        return new UnitOfWork(tx, now, ids, access, trail, new Resolver(tx, context, access));
    }

    /** Whether anything was changed; every change writes an audit event. */
    public boolean hasRecorded() {
        return trail.hasRecorded();
    }

    /** The context of the command. */
    public Context context() {
        return resolver.context();
    }
}
