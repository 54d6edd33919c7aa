package io.github.orgctl.core.promotion;

import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.configuration.KeyEdit;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.promotion.ClosedGate;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.promotion.MergedKey;
import io.github.orgctl.core.model.promotion.MergedKey.Reason;
import io.github.orgctl.core.model.promotion.PlannedKey;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Count;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a promotion would do, key by key. Equal plans have equal effects, so a plan that was confirmed can be told from
 * a newer one.
 *
 * @param live the environment to be changed
 * @param before current configuration of live
 * @param keys all examined keys, in order
 * @param opened the gates that are open
 * @param missingSecrets secrets of the sandbox that live lacks; secrets are never promoted
 * @param breach the violated rule (RULE), or null; a plan with a violation is not equal to any other
 */
public record PromotionPlan(
        Environment live,
        Configuration before,
        List<PlannedKey> keys,
        Set<Gate> opened,
        List<Key> missingSecrets,
        Failure breach) {
    /** The keys that differ between sandbox and live. */
    public List<PlannedKey> differing() {
        return keys.stream()
                .filter(planned -> planned.merged().reason() != Reason.SAME)
                .toList();
    }

    /**
     * The confirmation to ask for; empty if nothing would be resolved or the plan can't be carried out. Keeping a live
     * value changes nothing in live, but the difference is not reported again.
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
        String what = changes == 0 ? "Keep " + Count.of(kept, "key") : "Change " + Count.of(changes, "key");
        String besides = changes == 0 || kept == 0 ? "" : ", and keep " + Count.of(kept, "key");
        return Optional.of(what + " of " + live.reference() + besides + "?");
    }

    /** The differing keys that the project's schema excludes from promotion. */
    public List<Key> excluded() {
        return keys.stream()
                .filter(planned -> planned.merged().reason() == Reason.NEVER_PROMOTED)
                .map(PlannedKey::key)
                .toList();
    }

    /** Returns the plan with a violated rule. */
    PromotionPlan breaking(Failure rule) {
        Failure told = new Failure(rule.kind(), rule.getMessage(), Advice.KEEP_LIVE_VALUES.of(), rule);
        return new PromotionPlan(live, before, keys, opened, missingSecrets, told);
    }

    /** Configuration of live after the promotion. */
    Configuration after() {
        List<KeyEdit> edits = new ArrayList<>();
        for (PlannedKey planned : keys) {
            if (planned.merged().changesLive()) {
                edits.add(new KeyEdit(planned.key(), planned.merged().sandbox()));
            }
        }
        return before.with(edits);
    }

    /** Changes of the base of the next promotion. */
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

    /** Keys that live keeps although their base changes, so that the difference is not reported again. */
    List<Key> settled() {
        List<Key> settled = new ArrayList<>();
        for (PlannedKey planned : keys) {
            if (!planned.merged().changesLive() && planned.merged().advances()) {
                settled.add(planned.key());
            }
        }
        return settled;
    }

    /** The keys that changed on both sides, and that nobody settled. */
    public List<MergedKey> conflicts() {
        return keys.stream()
                .map(PlannedKey::merged)
                .filter(merged -> merged.reason() == Reason.BOTH_CHANGED)
                .toList();
    }

    /** The keys that closed gates protect; none where the plan can't be carried out for another reason. */
    public List<PlannedKey> gated() {
        if (breach != null || !conflicts().isEmpty()) {
            return List.of();
        }
        return keys.stream().filter(planned -> !closed(planned).isEmpty()).toList();
    }

    /** The gates that a key needs open and that are not. */
    public Set<Gate> closed(PlannedKey planned) {
        Set<Gate> closed = EnumSet.noneOf(Gate.class);
        closed.addAll(planned.gates());
        closed.removeAll(opened);
        return closed;
    }

    public List<ClosedGate> closedGates() {
        Map<Key, Set<Gate>> needed = new TreeMap<>();
        for (PlannedKey planned : keys) {
            needed.put(planned.key(), planned.gates());
        }
        return ClosedGate.of(needed, opened);
    }

    /**
     * The reason why the plan can't be carried out, or null.
     *
     * @return CONFLICT if keys changed on both sides; otherwise RULE if live would violate a rule of the model or the
     *     project's schema; otherwise REFUSED if a gate is closed
     */
    Failure obstacle() {
        List<Key> conflicts = conflicts().stream().map(MergedKey::key).toList();
        if (!conflicts.isEmpty()) {
            return new Failure(
                    Failure.Kind.CONFLICT,
                    "changed in both sandbox and live since the last promotion: " + Key.some(conflicts),
                    Advice.RESOLVE_CONFLICTS.of());
        }
        return breach == null ? ClosedGate.refusal(live.reference(), closedGates()) : breach;
    }
}
