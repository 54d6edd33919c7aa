package io.github.orgctl.core.kernel;

import io.github.orgctl.core.port.IdSource;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;

/**
 * What the services share that do the work of one command: one transaction at one moment, who acts, and what names mean
 * there.
 *
 * @param now to the millisecond; the time of everything that the command does
 */
public record UnitOfWork(Tx tx, Instant now, IdSource ids, Access access, AuditTrail trail, Resolver resolver) {
    /**
     * @param credentials who acts
     * @param context what the command stands in
     */
    public static UnitOfWork of(Tx tx, Instant now, IdSource ids, Credentials credentials, Context context) {
        Access access = new Access(tx, credentials, now);
        AuditTrail trail = new AuditTrail(tx, access, now, ids);
        return new UnitOfWork(tx, now, ids, access, trail, new Resolver(tx, context, access));
    }

    /** Whether anything was changed, all of which leaves events. */
    public boolean hasRecorded() {
        return trail.hasRecorded();
    }

    /** What the command stands in. */
    public Context context() {
        return resolver.context();
    }
}
