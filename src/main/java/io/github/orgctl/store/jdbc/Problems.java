package io.github.orgctl.store.jdbc;

import io.github.orgctl.core.model.value.Failure;
import java.sql.SQLException;

/** Constraint violations, common to all databases. The services look first, so these are rare. */
public final class Problems {
    private Problems() {}

    public static Failure taken(SQLException cause) {
        return new Failure(
                Failure.Kind.CONFLICT,
                "the name, slug or ID was taken in the meantime",
                "check the current state",
                cause);
    }

    public static Failure rule(SQLException cause) {
        return new Failure(Failure.Kind.RULE, "the change would violate a constraint of the store", cause);
    }
}
