package io.github.orgctl.core.promotion;

import io.github.orgctl.core.model.configuration.ClosedGate;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Gate;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.configuration.KeyEdit;
import io.github.orgctl.core.model.configuration.MergedKey;
import io.github.orgctl.core.model.configuration.MergedKey.Reason;
import io.github.orgctl.core.model.configuration.PlannedKey;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a promotion would do, key by key. Equal plans do the same, so that a plan somebody agreed to can be told from one
 * that came about since.
 *
 * @param live the environment it would change
 * @param before what live has now
 * @param keys every key it looked at, in their order
 * @param opened the gates that may be passed
 * @param missingSecrets the secrets that the sandbox has and live lacks: they never cross
 * @param breach the rule (RULE) that live would break, or null; a plan with one is equal to no other
 */
public record PromotionPlan(
        Environment live,
        Configuration before,
        List<PlannedKey> keys,
        Set<Gate> opened,
        List<Key> missingSecrets,
        Failure breach) {
    /** The keys that differ between sandbox and live: what is worth a look. */
    public List<PlannedKey> differing() {
        return keys.stream()
                .filter(planned -> planned.merged().reason() != Reason.SAME)
                .toList();
    }

    /**
     * What to ask before it is carried out; empty where nothing would be settled, or it can't be carried out. To keep a
     * key changes nothing in live, but what the sandbox has does not come up again.
     */
    public Optional<String> question() {
        long changes =
                keys.stream().filter(planned -> planned.merged().changesLive()).count();
        long kept = keys.stream()
                .filter(planned -> planned.merged().reason() == Reason.KEPT)
                .count();
        if (changes + kept == 0 || obstacle() != null) {
            return Optional.empty();
        }
        String what = changes == 0 ? "Keep " + counted(kept) : "Change " + counted(changes);
        String besides = changes == 0 || kept == 0 ? "" : ", and keep " + counted(kept);
        return Optional.of(what + " of " + live.reference() + besides + "?");
    }

    private static String counted(long number) {
        return number + (number == 1 ? " key" : " keys");
    }

    /** The keys that differ and that the project's schema excludes. */
    public List<Key> excluded() {
        return keys.stream()
                .filter(planned -> planned.merged().reason() == Reason.NEVER_PROMOTED)
                .map(PlannedKey::key)
                .toList();
    }

    /** The same plan, which would break a rule. */
    PromotionPlan breaking(Failure rule) {
        Failure told = new Failure(rule.kind(), rule.getMessage(), Advice.KEEP_LIVE_VALUES.of(), rule);
        return new PromotionPlan(live, before, keys, opened, missingSecrets, told);
    }

    /** What live would be. */
    Configuration after() {
        List<KeyEdit> edits = new ArrayList<>();
        for (PlannedKey planned : keys) {
            if (planned.merged().changesLive()) {
                edits.add(new KeyEdit(planned.key(), planned.merged().sandbox()));
            }
        }
        return before.with(edits);
    }

    /** How the base of the next promotion would change. */
    List<KeyChange> advance() {
        List<KeyChange> changes = new ArrayList<>();
        for (PlannedKey planned : keys) {
            MergedKey merged = planned.merged();
            if (merged.advances()) {
                changes.add(new KeyChange(merged.key(), merged.base(), merged.sandbox()));
            }
        }
        return changes;
    }

    /** The keys that live keeps as they are, and whose base changes none the less: they don't come up again. */
    List<Key> settled() {
        List<Key> settled = new ArrayList<>();
        for (PlannedKey planned : keys) {
            if (!planned.merged().changesLive() && planned.merged().advances()) {
                settled.add(planned.key());
            }
        }
        return settled;
    }

    public List<ClosedGate> closedGates() {
        Map<Key, Set<Gate>> needed = new TreeMap<>();
        for (PlannedKey planned : keys) {
            needed.put(planned.key(), planned.gates());
        }
        return ClosedGate.of(needed, opened);
    }

    /**
     * Why the plan can't be carried out as it is, or null when it can.
     *
     * @return CONFLICT when keys changed on both sides, else RULE when live would break a rule of configurations or the
     *     project's schema, else REFUSED when a gate is closed
     */
    Failure obstacle() {
        List<Key> conflicts = keys.stream()
                .filter(planned -> planned.merged().reason() == Reason.BOTH_CHANGED)
                .map(PlannedKey::key)
                .toList();
        if (!conflicts.isEmpty()) {
            return new Failure(
                    Failure.Kind.CONFLICT,
                    "changed in both sandbox and live since the last promotion: " + Key.some(conflicts),
                    Advice.RESOLVE_CONFLICTS.of());
        }
        return breach == null ? ClosedGate.refusal(live.reference(), closedGates()) : breach;
    }
}
