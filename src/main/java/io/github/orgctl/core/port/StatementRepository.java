package io.github.orgctl.core.port;

import io.github.orgctl.core.model.billing.Statement;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Period;
import java.util.List;
import java.util.Optional;

/** Where closed statements are kept, for good: they outlive their organization. */
public interface StatementRepository {
    /** Keeps a statement that is closed. */
    void insert(Statement statement);

    boolean isClosed(Id organizationId, Period period);

    Optional<Statement> find(Id organizationId, Period period);

    /** The closed statements of organizations that are gone for good, by slug. */
    List<Statement> ofPurged(Period period);
}
