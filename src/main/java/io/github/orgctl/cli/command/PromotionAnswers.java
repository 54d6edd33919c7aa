package io.github.orgctl.cli.command;

import io.github.orgctl.cli.reply.Questions;
import io.github.orgctl.cli.shape.HintSpelling;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.promotion.MergedKey;
import io.github.orgctl.core.model.promotion.PlannedKey;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.promotion.PromotionPlan;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The answers, key by key, to conflicts and gates of a promotion. */
final class PromotionAnswers {
    private static final String SANDBOX = "sandbox";
    private static final String LIVE = "live";
    private static final String ALLOW = "allow";
    private static final String KEEP = "keep";
    private static final String QUIT = "quit";

    private final List<Key> taken = new ArrayList<>();
    private final List<Key> kept = new ArrayList<>();

    /** Conflicts that the sandbox wins. */
    List<Key> taken() {
        return taken;
    }

    /** Keys that live keeps. */
    List<Key> kept() {
        return kept;
    }

    /**
     * Asks about each conflict, and returns whether there is any.
     *
     * @throws Failure REFUSED if the user quits
     */
    boolean resolveConflicts(PromotionPlan plan, Questions questions) {
        List<MergedKey> conflicts = plan.conflicts();
        for (MergedKey conflict : conflicts) {
            String count = "Conflict " + (conflicts.indexOf(conflict) + 1) + " of " + conflicts.size();
            List<String> facts = new ArrayList<>();
            facts.add(count + ": " + conflict.key() + " changed in both sandbox and live");
            facts.add("  base:     " + text(conflict.base()));
            facts.addAll(sides(conflict));
            String answer = answered(
                    questions.choose(facts, "Value of " + conflict.key() + " in live?", List.of(SANDBOX, LIVE, QUIT)));
            (answer.equals(SANDBOX) ? taken : kept).add(conflict.key());
        }
        return !conflicts.isEmpty();
    }

    /**
     * Asks about each key that closed gates protect.
     * @return the gates to open; empty if none is needed, or all keys stay unchanged
     * @throws Failure REFUSED when the user quits
     */
    Set<Gate> openGates(PromotionPlan plan, Questions questions) {
        Set<Gate> opened = EnumSet.noneOf(Gate.class);
        List<PlannedKey> gated = plan.gated();
        for (PlannedKey planned : gated) {
            Set<Gate> closed = plan.closed(planned);
            List<String> facts = new ArrayList<>();
            facts.add("Gate " + (gated.indexOf(planned) + 1) + " of " + gated.size() + ": " + planned.key()
                    + " requires " + options(closed));
            facts.addAll(sides(planned.merged()));
            String answer = answered(
                    questions.choose(facts, "Change " + planned.key() + " in live?", List.of(ALLOW, KEEP, QUIT)));
            if (answer.equals(ALLOW)) {
                opened.addAll(closed);
            } else {
                kept.add(planned.key());
            }
        }
        return opened;
    }

    private static String options(Set<Gate> gates) {
        List<String> options = new ArrayList<>();
        for (Gate gate : gates) {
            options.add(HintSpelling.option(gate) + " (" + gate.risk() + ")");
        }
        return String.join(" and ", options);
    }

    private static List<String> sides(MergedKey merged) {
        return List.of("  sandbox:  " + text(merged.sandbox()), "  live:     " + text(merged.live()));
    }

    private static String text(Value value) {
        return value == null ? "not set" : value.toString();
    }

    private static String answered(String word) {
        if (word.equals(QUIT)) {
            throw new Failure(Failure.Kind.REFUSED, "not confirmed: nothing was changed");
        }
        return word;
    }
}
