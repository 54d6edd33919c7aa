package io.github.orgctl.core.promotion;

import io.github.orgctl.core.configuration.KeyPolicies;
import io.github.orgctl.core.kernel.Nearest;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.promotion.MergedKey;
import io.github.orgctl.core.model.promotion.MergedKey.Reason;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Selects the keys to promote and resolves conflicts as requested. */
final class ConflictResolution {
    private final Set<Key> chosen;
    private final Set<Key> take;
    private final Set<Key> keep;
    private final Environment live;
    private final KeyPolicies policies;

    /**
     * @throws Failure USAGE if the request both takes and keeps a key
     */
    ConflictResolution(PromotionRequest request, Environment live, KeyPolicies policies) {
        chosen = new HashSet<>(request.keys());
        take = new HashSet<>(request.take());
        keep = new HashSet<>(request.keep());
        this.live = live;
        this.policies = policies;
        for (Key key : take) {
            if (keep.contains(key)) {
                throw Failure.usage("'" + key + "' is to be both taken and kept", Advice.RESOLVE_CONFLICT_ONCE.of(key));
            }
        }
        refuseOutsiders(take, Advice.PROMOTE_TAKEN_KEY);
        refuseOutsiders(keep, Advice.PROMOTE_KEPT_KEY);
    }

    private void refuseOutsiders(Set<Key> keys, Advice advice) {
        for (Key key : keys) {
            if (!chosen.isEmpty() && !chosen.contains(key)) {
                throw Failure.usage(
                        "'" + key + "' is to be resolved, but is not among the keys to promote", advice.of(key));
            }
        }
    }

    /**
     * The selected keys, resolved as far as the request resolves them.
     *
     * @throws Failure NOT_FOUND if it names an unknown key; CONFLICT if it takes a key that changed only in live; RULE
     *     if it takes a key that is excluded from promotion
     */
    List<MergedKey> of(List<MergedKey> merged) {
        Set<Key> unknown = new HashSet<>(chosen);
        unknown.addAll(take);
        unknown.addAll(keep);
        List<MergedKey> settled = new ArrayList<>(merged.size());
        for (MergedKey key : merged) {
            unknown.remove(key.key());
            if (chosen.isEmpty() || chosen.contains(key.key())) {
                settled.add(settled(key));
            }
        }
        if (!unknown.isEmpty()) {
            throw absent(unknown.iterator().next(), merged);
        }
        return settled;
    }

    private MergedKey settled(MergedKey key) {
        boolean taken = take.contains(key.key());
        if (key.reason() != Reason.SAME && policies.isNeverPromoted(key.key())) {
            if (taken) {
                throw new Failure(
                        Failure.Kind.RULE,
                        "'" + key.key() + "' is never promoted: the project's schema excludes it",
                        Advice.LEAVE_OUT_TAKE.of(key.key()));
            }
            return key.as(Reason.NEVER_PROMOTED);
        }
        if (taken && key.reason() == Reason.LIVE_CHANGED) {
            throw new Failure(
                    Failure.Kind.CONFLICT,
                    "'" + key.key() + "' changed in live only, or was kept there: a promotion does not overwrite it",
                    Advice.SET_LIVE_VALUE.of(key.key(), live.reference()));
        }
        if (taken && key.reason() == Reason.BOTH_CHANGED) {
            return key.as(Reason.TAKEN);
        }
        boolean kept = keep.contains(key.key())
                && (key.reason() == Reason.BOTH_CHANGED || key.reason() == Reason.SANDBOX_CHANGED);
        return kept ? key.as(Reason.KEPT) : key;
    }

    private Failure absent(Key key, Collection<MergedKey> merged) {
        List<String> present =
                merged.stream().map(candidate -> candidate.key().path()).toList();
        String project = live.organization() + "/" + live.project();
        return new Failure(
                Failure.Kind.NOT_FOUND,
                "'" + key + "' has no value in either environment of " + project,
                Nearest.hint(key.path(), present, Advice.COMPARE_ENVIRONMENTS.of(project)));
    }
}
