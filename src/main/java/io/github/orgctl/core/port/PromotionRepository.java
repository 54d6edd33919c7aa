package io.github.orgctl.core.port;

import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.value.Id;
import java.util.List;

/** Where it is kept what was promoted last. */
public interface PromotionRepository {
    /** What the sandbox had when it was last promoted, key by key; empty before the first promotion. */
    Configuration base(Id liveId);

    /** Makes these changes to the base. */
    void advance(Id liveId, List<KeyChange> changes);
}
