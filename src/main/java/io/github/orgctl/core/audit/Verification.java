package io.github.orgctl.core.audit;

import io.github.orgctl.core.model.audit.ChainVerdict;
import java.util.List;

/**
 * What a check of audit trails found.
 *
 * @param verdicts by the organizations' ids
 * @param heads how many kept heads they were compared with
 * @param passedOver how many kept heads are of trails that were not checked
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
