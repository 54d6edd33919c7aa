package io.github.orgctl.store.jdbc;

import io.github.orgctl.core.model.value.Failure;
import java.sql.SQLException;

/**
 * Translates constraint violations, which are the same in all databases. They are rare because the services check
 * first.
 */
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
