package io.github.orgctl.core.port;

import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.value.Id;
import java.util.List;

/** Stores the base of each promotion: the sandbox's values at the last one. */
public interface PromotionRepository {
    /** The sandbox's values when they were last promoted; empty before the first promotion. */
    Configuration base(Id liveId);

    /** Applies changes to the base. */
    void advance(Id liveId, List<KeyChange> changes);
}
