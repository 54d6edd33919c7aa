package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.core.document.ChangeGate;
import io.github.orgctl.core.document.ChangePlan;
import io.github.orgctl.core.document.PlannedChange.Operation;
import io.github.orgctl.core.model.promotion.Gate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Options that open gates of documents, and the notices about a plan. */
public final class ChangeGates {
    /** In the order of the gates. */
    private final List<Parameter<Boolean>> options = new ArrayList<>();

    /** Declares an option for each gate. */
    ChangeGates(Verb verb) {
        for (ChangeGate gate : ChangeGate.values()) {
            options.add(verb.flag(option(gate), description(gate)));
        }
    }

    /** The option that opens a gate. */
    public static String option(ChangeGate gate) {
        return gate == ChangeGate.REFERENCES ? GateOptions.BREAK_REFERENCES : "--allow-" + gate;
    }

    private static String description(ChangeGate gate) {
        return switch (gate) {
            case LIVE -> "Allow changes to live environments";
            case ROLE_CHANGES -> "Allow changes to members, roles and the organization of projects";
            case DELETE -> "Delete what is missing from the documents";
            case CRITICAL -> GateOptions.description(Gate.CRITICAL);
            case NEW_DOMAINS -> GateOptions.description(Gate.NEW_DOMAIN);
            case REFERENCES -> "Allow removing or moving what templates refer to";
            case DOWNGRADES -> GateOptions.description(Gate.DOWNGRADE);
        };
    }

    /** The gates opened on the command line. */
    Set<ChangeGate> opened() {
        Set<ChangeGate> opened = EnumSet.noneOf(ChangeGate.class);
        ChangeGate[] gates = ChangeGate.values();
        for (int i = 0; i < gates.length; i++) {
            if (options.get(i).isGiven()) {
                opened.add(gates[i]);
            }
        }
        return opened;
    }

    boolean isAnyGiven() {
        return options.stream().anyMatch(Parameter::isGiven);
    }

    /** Notices about a plan, the most important first. */
    public static List<String> notices(ChangePlan plan) {
        List<String> notices = new ArrayList<>();
        plan.deletions().forEach(each -> notices.add(each.toString()));
        if (!plan.isEmpty()) {
            notices.add(plan.summary());
        }
        for (ChangeGate gate : plan.closed()) {
            long behind = plan.behind(gate);
            notices.add("requires " + option(gate) + ": " + gate.risk() + " (" + behind + ")");
        }
        notices.addAll(leftAlone(plan));
        return notices;
    }

    /** Notices about resources that the documents lack and that are kept. */
    public static List<String> leftAlone(ChangePlan plan) {
        long kept = plan.count(Operation.KEEP);
        return kept == 0
                ? List.of()
                : List.of(kept + " not in the documents, left alone; to delete, use " + option(ChangeGate.DELETE));
    }
}
