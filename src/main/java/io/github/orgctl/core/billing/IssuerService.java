package io.github.orgctl.core.billing;

import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.AuditTrail;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.billing.Issuer;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.port.Tx;
import java.util.List;

/** The issuer of a store's statements. Closed statements keep the issuer they were closed with. */
public final class IssuerService {
    private final Tx tx;
    private final Access access;
    private final AuditTrail trail;

    public IssuerService(UnitOfWork work) {
        this.tx = work.tx();
        this.access = work.access();
        this.trail = work.trail();
    }

    /** The issuer, with empty values as long as it is not set. */
    public Issuer show() {
        access.require(Action.BILLING_ISSUER_SHOW);
        return tx.issuer().current();
    }

    /** Changes the issuer of this month's statements and of those of later months. */
    public Change<Issuer> set(IssuerChanges changes) {
        access.require(Action.BILLING_ISSUER_SET);
        Issuer before = tx.issuer().current();
        Issuer after = changes.applyTo(before);
        if (after.equals(before)) {
            return Change.none(before);
        }
        tx.issuer().set(after);
        trail.record(Action.BILLING_ISSUER_SET, Target.ofStore("issuer"), differences(before, after));
        return Change.made(after);
    }

    private static List<FieldChange> differences(Issuer before, Issuer after) {
        FieldChange.Collector fields = new FieldChange.Collector();
        fields.add("name", before.name(), after.name());
        fields.add("address", before.address(), after.address());
        fields.add("taxId", before.taxId(), after.taxId());
        fields.add("email", before.email(), after.email());
        return fields.changes();
    }
}
