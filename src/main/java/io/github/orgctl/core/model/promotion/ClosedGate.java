package io.github.orgctl.core.model.promotion;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A gate that is closed to a change.
 *
 * @param keys those that need it open, in their order
 */
public record ClosedGate(Gate gate, List<Key> keys) {
    /**
     * The gates that keys need open and that are not, in the order of the gates.
     *
     * @param needed the gates that each key needs open
     * @param opened the gates that may be passed
     */
    public static List<ClosedGate> of(Map<Key, Set<Gate>> needed, Set<Gate> opened) {
        List<ClosedGate> closed = new ArrayList<>();
        for (Gate gate : Gate.values()) {
            List<Key> keys = new ArrayList<>();
            needed.forEach((key, gates) -> {
                if (gates.contains(gate)) {
                    keys.add(key);
                }
            });
            if (!keys.isEmpty() && !opened.contains(gate)) {
                closed.add(new ClosedGate(gate, keys));
            }
        }
        return closed;
    }

    /**
     * The failure (REFUSED) of a change that has to pass closed gates.
     *
     * @param environment that would change
     * @return null where no gate is closed
     */
    public static Failure refusal(String environment, List<ClosedGate> closed) {
        if (closed.isEmpty()) {
            return null;
        }
        StringBuilder message = new StringBuilder("refusing to change ").append(environment);
        Set<Gate> gates = EnumSet.noneOf(Gate.class);
        String separator = ": ";
        for (ClosedGate each : closed) {
            gates.add(each.gate);
            message.append(separator).append(each.gate.risk()).append(" (");
            message.append(Key.some(each.keys)).append(')');
            separator = "; ";
        }
        return new Failure(Failure.Kind.REFUSED, message.toString(), Advice.OPEN_GATES.of(gates));
    }
}
