package io.github.orgctl.core.port;

import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.KeyPolicy;
import io.github.orgctl.core.model.configuration.Violation;
import io.github.orgctl.core.model.organization.Mode;
import java.util.List;

/** A schema that was understood. */
public interface ProjectSchema {
    /**
     * Where the values break the JSON Schema, all places.
     *
     * @param mode of the environment that they are of
     */
    List<Violation> violations(Mode mode, Configuration configuration);

    /** What {@code x-orgctl} says. */
    List<KeyPolicy> policies();
}
