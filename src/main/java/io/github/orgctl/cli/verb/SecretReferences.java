package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.Host;
import io.github.orgctl.core.model.configuration.SecretReference;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.OutsideTransaction;
import io.github.orgctl.core.port.SecretSource;
import io.github.orgctl.vault.OutsideSecrets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads external secrets for a command. Each reference is read once, outside of transactions, however often the work is
 * retried.
 */
final class SecretReferences implements SecretSource {
    private final CommandSession session;
    private final Verb verb;
    private final Map<SecretReference, String> values;
    private final Map<SecretReference, Failure> failures;

    /**
     * @param verb provides the time limit for each reference
     */
    SecretReferences(CommandSession session, Verb verb) {
        this.session = session;
        this.verb = verb;
        this.values = new HashMap<>();
        this.failures = new HashMap<>();
    }

    /**
     * @param shared cache of values read before
     */
    SecretReferences(CommandSession session, Verb verb, SecretReferences shared) {
        this.session = session;
        this.verb = verb;
        this.values = shared.values;
        this.failures = shared.failures;
    }

    @Override
    public void announce(Collection<SecretReference> references) {
        List<SecretReference> unread = new ArrayList<>();
        for (SecretReference reference : references) {
            if (!values.containsKey(reference) && !failures.containsKey(reference)) {
                unread.add(reference);
            }
        }
        if (!unread.isEmpty()) {
            throw new OutsideTransaction(() -> readAll(unread), true);
        }
    }

    @Override
    public String read(SecretReference reference) {
        announce(List.of(reference));
        Failure failure = failures.get(reference);
        if (failure != null) {
            throw failure;
        }
        return values.get(reference);
    }

    /**
     * @throws Failure REFUSED if the user does not trust one of them; none is read then
     */
    private void readAll(List<SecretReference> references) {
        ReferenceTrust trust = new ReferenceTrust(session);
        for (SecretReference reference : references) {
            trust.require(reference);
        }
        Host host = session.host();
        SecretSource outside = new OutsideSecrets(host.environment(), host.workingDirectory(), verb.referenceTimeout());
        for (SecretReference reference : references) {
            try {
                values.put(reference, outside.read(reference));
            } catch (Failure failure) {
                failures.put(reference, failure);
            }
        }
    }
}
