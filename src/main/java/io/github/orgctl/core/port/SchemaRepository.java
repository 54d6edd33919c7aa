package io.github.orgctl.core.port;

import io.github.orgctl.core.model.value.Id;
import java.time.Instant;
import java.util.Optional;

/** Where the schemas of projects are kept, as they were given. */
public interface SchemaRepository {
    /** The project's schema, if it has one. */
    Optional<String> find(Id projectId);

    /** Gives the project this schema instead of the one it may have. */
    void put(Id projectId, String text, Instant at);

    /** Takes the project's schema away, if it has one. */
    void remove(Id projectId);
}
