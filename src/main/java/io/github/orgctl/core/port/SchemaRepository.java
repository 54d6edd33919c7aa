package io.github.orgctl.core.port;

import io.github.orgctl.core.model.value.Id;
import java.time.Instant;
import java.util.Optional;

/** Stores the schemas of projects, unmodified. */
public interface SchemaRepository {
    /** The project's schema, if any. */
    Optional<String> find(Id projectId);

    /** Sets or replaces the project's schema. */
    void put(Id projectId, String text, Instant at);

    /** Removes the project's schema, if any. */
    void remove(Id projectId);
}
