package io.github.orgctl.core.billing;

import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.AuditTrail;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.billing.Issuer;
import io.github.orgctl.core.port.Tx;

/** Operations on the issuer of statements. Closed statements keep the issuer they were closed with. */
public final class IssuerService {
    private final Tx tx;
    private final Access access;
    private final AuditTrail trail;

    public IssuerService(UnitOfWork work) {
        this.tx = work.tx();
        this.access = work.access();
        this.trail = work.trail();
    }

    /** The issuer; its fields are empty until it is set. */
    public Issuer show() {
        access.require(Action.BILLING_ISSUER_SHOW);
        return tx.issuer().current();
    }

    /** Changes the issuer of the current month's statements and later ones. */
    public Change<Issuer> set(IssuerChanges changes) {
        access.require(Action.BILLING_ISSUER_SET);
        Issuer before = tx.issuer().current();
        Issuer after = changes.applyTo(before);
        if (after.equals(before)) {
            return Change.none(before);
        }
        tx.issuer().set(after);
        trail.record(Action.BILLING_ISSUER_SET, Target.ofStore("issuer"), before.changesTo(after));
        return Change.made(after);
    }
}
