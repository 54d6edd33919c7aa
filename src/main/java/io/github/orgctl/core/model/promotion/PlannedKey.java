package io.github.orgctl.core.model.promotion;

import io.github.orgctl.core.model.configuration.Key;
import java.util.Set;

/**
 * One key of a promotion.
 *
 * @param gates what makes it dangerous, in the order of the gates, whether they are opened or not
 */
public record PlannedKey(MergedKey merged, Set<Gate> gates) {
    public Key key() {
        return merged.key();
    }
}
