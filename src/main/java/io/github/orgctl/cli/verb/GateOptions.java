package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.shape.HintSpelling;
import io.github.orgctl.core.model.configuration.Gate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The options that open gates of live, the same in every command that has to pass them. */
final class GateOptions {
    private final Gate[] gates;
    private final List<Parameter<Boolean>> flags = new ArrayList<>();

    /**
     * @param gates that the verb may have to pass
     */
    GateOptions(Verb verb, Gate... gates) {
        this.gates = gates;
        for (Gate gate : gates) {
            flags.add(verb.flag(HintSpelling.option(gate), description(gate)));
        }
    }

    private static String description(Gate gate) {
        return switch (gate) {
            case DELETE -> "Allow deleting keys from live";
            case CRITICAL -> "Allow changing keys of live marked critical in the schema";
            case NEW_DOMAIN -> "Allow URLs with hosts not yet used in live";
            case DOWNGRADE -> "Allow loosening values of live that the schema guards with downgrade";
        };
    }

    /** The gates that the command line opens. */
    Set<Gate> opened() {
        Set<Gate> opened = EnumSet.noneOf(Gate.class);
        for (int i = 0; i < gates.length; i++) {
            if (flags.get(i).isGiven()) {
                opened.add(gates[i]);
            }
        }
        return opened;
    }
}
