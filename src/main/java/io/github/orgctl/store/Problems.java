package io.github.orgctl.store;

import io.github.orgctl.core.model.Failure;
import java.sql.SQLException;

/** What every database reports alike: a broken constraint. The services look first, so these are rare. */
final class Problems {
    private Problems() {}

    static Failure taken(SQLException cause) {
        return new Failure(
                Failure.Kind.CONFLICT, "the name, slug or id was taken meanwhile", "look at what is there now", cause);
    }

    static Failure rule(SQLException cause) {
        return new Failure(Failure.Kind.RULE, "the change would break a rule of the store", null, cause);
    }
}
