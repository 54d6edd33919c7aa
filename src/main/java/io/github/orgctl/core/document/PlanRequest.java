package io.github.orgctl.core.document;

import io.github.orgctl.core.model.value.Description;
import java.util.Set;

/**
 * How documents are to be applied.
 *
 * @param opened the gates that may be passed
 * @param message why, for the history of environments
 */
public record PlanRequest(DocumentSet documents, Set<ChangeGate> opened, Description message) {
    public boolean opens(ChangeGate gate) {
        return opened.contains(gate);
    }
}
