package io.github.orgctl.core.port;

import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.KeyPolicy;
import io.github.orgctl.core.model.configuration.Violation;
import io.github.orgctl.core.model.organization.Mode;
import java.util.List;

/** A compiled schema. */
public interface ProjectSchema {
    /**
     * All violations of the JSON Schema.
     *
     * @param mode mode of the environment that the values belong to
     */
    List<Violation> violations(Mode mode, Configuration configuration);

    /** The policies declared with {@code x-orgctl}. */
    List<KeyPolicy> policies();
}
