package io.github.orgctl.core.port;

import io.github.orgctl.core.model.SecretReference;
import java.util.Collection;
import java.util.List;

/**
 * Ends a transaction that needs what secrets refer to. Files and commands can take their time, and may want the store
 * themselves, so they are read while no transaction is open; then the work is done again from its start.
 */
public final class ReferencesNeeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<SecretReference> references;

    public ReferencesNeeded(Collection<SecretReference> references) {
        super("references have to be read first", null, false, false);
        this.references = List.copyOf(references);
    }

    /** What has to be read before the work can be done. */
    public List<SecretReference> references() {
        return references;
    }
}
