package io.github.orgctl.core.document;

import io.github.orgctl.core.model.value.Description;
import java.util.Set;

/**
 * Documents to apply, with options.
 *
 * @param opened the gates that are open
 * @param message reason, recorded in the history of environments
 */
public record PlanRequest(DocumentSet documents, Set<ChangeGate> opened, Description message) {
    public boolean opens(ChangeGate gate) {
        return opened.contains(gate);
    }
}
