package io.github.orgctl.core.audit;

import io.github.orgctl.core.model.audit.ChainVerdict;
import java.util.List;

/**
 * Result of verifying audit logs.
 *
 * @param verdicts verdicts by organization id
 * @param heads number of exported heads compared
 * @param passedOver number of exported heads for chains that were not verified
 */
public record Verification(List<ChainVerdict> verdicts, int heads, int passedOver) {
    public boolean ok() {
        for (ChainVerdict verdict : verdicts) {
            if (!verdict.ok()) {
                return false;
            }
        }
        return true;
    }
}
