package io.github.orgctl.core.audit;

import io.github.orgctl.core.model.audit.ChainVerdict;
import io.github.orgctl.core.model.audit.KeptHeads;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.port.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Verifies chains of the audit log, and compares the state of environments with their latest events. */
public final class ChainVerifier {
    private final Tx tx;

    public ChainVerifier(Tx tx) {
        this.tx = tx;
    }

    /** Verdicts on all broken chains of the store. */
    public List<ChainVerdict> broken() {
        List<ChainVerdict> verdicts = verify(AccessScope.EVERYTHING, new TreeSet<>(), new KeptHeads());
        verdicts.removeIf(ChainVerdict::ok);
        return verdicts;
    }

    /**
     * Verdicts on all chains in scope.
     *
     * @param more further chains to include
     * @param kept previously exported heads to compare with
     */
    List<ChainVerdict> verify(AccessScope scope, NavigableSet<Id> more, KeptHeads kept) {
        NavigableSet<Id> chains = new TreeSet<>(more);
        tx.audit().heads(scope).forEach(head -> chains.add(head.organizationId()));
        // Every organization has a chain from its creation on, so a missing chain is detected too.
        for (boolean deleted : new boolean[] {false, true}) {
            tx.organizations()
                    .list(scope, new Page<>(null, null, null), deleted)
                    .forEach(organization -> chains.add(organization.id()));
        }
        List<ChainVerdict> verdicts = new ArrayList<>(chains.size());
        StateCheck states = new StateCheck(tx);
        for (Id organization : chains) {
            verdicts.add(states.of(new ChainCheck(organization, kept.of(organization))
                    .of(tx.audit().chain(organization))));
        }
        for (String stray : tx.audit().strays(scope)) {
            verdicts.add(ChainVerdict.stray(stray));
        }
        return verdicts;
    }
}
