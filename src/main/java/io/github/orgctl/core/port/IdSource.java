package io.github.orgctl.core.port;

import io.github.orgctl.core.model.value.Id;

/** Generates ids: random ones in production, predictable ones in tests. */
public interface IdSource {
    Id next();
}
