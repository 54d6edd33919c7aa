package io.github.orgctl.core.importing;

import io.github.orgctl.core.kernel.Change;

/** Outcome of a row of an import. */
enum RowOutcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    SKIPPED;

    static RowOutcome ofUpdate(Change<?> change) {
        return change.made() ? UPDATED : UNCHANGED;
    }
}
