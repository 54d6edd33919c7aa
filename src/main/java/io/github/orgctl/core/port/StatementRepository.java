package io.github.orgctl.core.port;

import io.github.orgctl.core.model.billing.Statement;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Period;
import java.util.List;
import java.util.Optional;

/** Stores closed statements permanently, even after their organization is purged. */
public interface StatementRepository {
    /** Inserts a closed statement. */
    void insert(Statement statement);

    boolean isClosed(Id organizationId, Period period);

    Optional<Statement> find(Id organizationId, Period period);

    /** Closed statements of purged organizations, by slug. */
    List<Statement> ofPurged(Period period);
}
