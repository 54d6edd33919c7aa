package io.github.orgctl.core.port;

import io.github.orgctl.core.model.value.Id;

/** Where new ids come from: random ones in life, known ones in tests. */
public interface IdSource {
    Id next();
}
