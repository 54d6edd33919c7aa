package io.github.orgctl.core.configuration;

import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.promotion.ClosedGate;
import io.github.orgctl.core.model.value.Count;
import io.github.orgctl.core.model.value.Failure;
import java.util.List;
import java.util.Optional;

/**
 * What a bulk change of an environment would do. Equal plans do the same.
 *
 * @param environment before the change
 * @param changes in the order of the keys
 * @param closedGates those that the change would have to pass
 */
public record UpdatePlan(Environment environment, List<KeyChange> changes, List<ClosedGate> closedGates) {
    /** What to ask before live is changed; empty where nothing would change, or it can't be. */
    public Optional<String> question() {
        if (environment.mode() != Mode.LIVE || changes.isEmpty() || obstacle() != null) {
            return Optional.empty();
        }
        return Optional.of("Change " + Count.of(changes.size(), "key") + " of " + environment.reference() + "?");
    }

    /** Why it can't be carried out (REFUSED), or null. */
    public Failure obstacle() {
        return ClosedGate.refusal(environment.reference(), closedGates);
    }
}
