package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.shape.HintSpelling;
import io.github.orgctl.core.model.promotion.Gate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Options that open gates of live. */
public final class GateOptions {
    /** The option that lets keys go that templates refer to. */
    public static final String BREAK_REFERENCES = "--break-references";

    public static final String BREAKS_REFERENCES = "Allow removing what templates refer to";

    private final Gate[] gates;
    private final List<Parameter<Boolean>> flags = new ArrayList<>();
    private final List<Gate> answered = new ArrayList<>();

    /**
     * @param gates gates that the verb may require
     */
    public GateOptions(Verb verb, Gate... gates) {
        this.gates = gates;
        for (Gate gate : gates) {
            flags.add(verb.flag(HintSpelling.option(gate), description(gate)));
        }
    }

    static String description(Gate gate) {
        return switch (gate) {
            case DELETE -> "Allow deleting keys from live";
            case CRITICAL -> "Allow changing keys marked critical in the schema";
            case NEW_DOMAIN -> "Allow URLs with hosts not yet used in live";
            case DOWNGRADE -> "Allow loosening values marked downgrade in the schema";
        };
    }

    /** Opens further gates. */
    public void open(Set<Gate> more) {
        answered.addAll(more);
    }

    /** The gates opened on the command line or by {@link #open}. */
    public Set<Gate> opened() {
        Set<Gate> opened = EnumSet.noneOf(Gate.class);
        opened.addAll(answered);
        for (int i = 0; i < gates.length; i++) {
            if (flags.get(i).isGiven()) {
                opened.add(gates[i]);
            }
        }
        return opened;
    }
}
