package io.github.orgctl.core.promotion;

import io.github.orgctl.core.configuration.Approval;
import io.github.orgctl.core.configuration.EnvironmentUpdate;
import io.github.orgctl.core.configuration.EnvironmentWriter;
import io.github.orgctl.core.configuration.KeyPolicies;
import io.github.orgctl.core.configuration.ProjectSchemas;
import io.github.orgctl.core.configuration.WritableEnvironment;
import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.configuration.KeyEdit;
import io.github.orgctl.core.model.configuration.Snapshot;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.promotion.Difference;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.promotion.MergedKey;
import io.github.orgctl.core.model.promotion.PlannedKey;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.Tx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Promotes changes in a sandbox to the live environment of its project. */
public final class PromotionService {
    private final Tx tx;
    private final Access access;
    private final Resolver resolver;
    private final EnvironmentWriter writer;
    private final ProjectSchemas schemas;

    public PromotionService(UnitOfWork work, EnvironmentWriter writer, ProjectSchemas schemas) {
        this.tx = work.tx();
        this.access = work.access();
        this.resolver = work.resolver();
        this.writer = writer;
        this.schemas = schemas;
    }

    /**
     * Plans a promotion.
     *
     * @throws Failure REFUSED if live is locked; CONFLICT if its revision is not the expected one, or a key to take
     *     changed only in live; RULE if a key to take is excluded from promotion; USAGE if the request contradicts
     *     itself; NOT_FOUND if it names a key that never had a value
     */
    public PromotionPlan plan(PromotionRequest request) {
        return plan(request, writer.open(request.edit(), Action.ENV_PROMOTE));
    }

    private PromotionPlan plan(PromotionRequest request, WritableEnvironment target) {
        Environment live = target.environment();
        Configuration there = target.values();
        Environment sandbox = sandbox(live.projectId());
        access.require(Action.CONFIG_LIST, Target.of(sandbox));
        List<MergedKey> merged = merged(sandbox.id(), live.id());
        KeyPolicies policies = schemas.policies(live.projectId());
        List<MergedKey> settled = new ConflictResolution(request, live, policies).of(merged);
        Map<Key, Set<Gate>> gates = gates(settled, target);
        List<PlannedKey> keys = new ArrayList<>();
        for (MergedKey key : settled) {
            keys.add(new PlannedKey(key, gates.getOrDefault(key.key(), Set.of())));
        }
        PromotionPlan plan = new PromotionPlan(
                live, there, keys, request.edit().opened(), missingSecrets(sandbox.id(), live.id()), null);
        Failure breach = target.breach(plan.after());
        return breach == null ? plan : plan.breaking(breach);
    }

    /**
     * Carries out a plan atomically.
     *
     * @return the promotion, with a refusal if a conflict is unresolved (CONFLICT), live would violate a rule of the
     *     model or the project's schema (RULE), or a gate is closed or the confirmation is missing (REFUSED)
     * @throws Failure CONFLICT if the plan is no longer the confirmed one; and as {@link #plan}
     */
    public Promotion promote(PromotionRequest request, Approval<PromotionPlan> approval) {
        WritableEnvironment target = writer.open(request.edit(), Action.ENV_PROMOTE);
        PromotionPlan plan = plan(request, target);
        Failure refusal = plan.obstacle() == null
                ? approval.objection(
                        plan, plan.question().isPresent(), plan.live().reference())
                : plan.obstacle();
        if (refusal != null) {
            return new Promotion(plan, null, refusal);
        }
        EnvironmentUpdate revised = target.write(plan.after(), plan.settled());
        tx.promotions().advance(plan.live().id(), plan.advance());
        return new Promotion(plan, revised, null);
    }

    /** The differences between a project's sandbox and live, and what a full promotion would do to live. */
    public List<Difference> differences(EnvironmentReference reference) {
        Project project = resolver.projectOf(reference, Action.ENV_DIFF);
        KeyPolicies policies = schemas.policies(project.id());
        List<Difference> differences = new ArrayList<>();
        for (MergedKey key : merged(project.sandboxId(), project.liveId())) {
            if (key.reason() != MergedKey.Reason.SAME) {
                boolean never = policies.isNeverPromoted(key.key());
                differences.add(Difference.of(never ? key.as(MergedKey.Reason.NEVER_PROMOTED) : key));
            }
        }
        for (KeyChange secret : secrets(project.sandboxId()).differencesTo(secrets(project.liveId()))) {
            differences.add(Difference.ofSecret(secret));
        }
        differences.sort(Comparator.comparing(Difference::key));
        return differences;
    }

    private Snapshot secrets(Id environmentId) {
        return Snapshot.of(Configuration.EMPTY, tx.secrets().current(environmentId));
    }

    private List<MergedKey> merged(Id sandboxId, Id liveId) {
        return ThreeWayMerge.of(
                tx.promotions().base(liveId),
                tx.configurations().current(sandboxId),
                tx.configurations().current(liveId));
    }

    private Environment sandbox(Id projectId) {
        return tx.environments().find(projectId, Mode.SANDBOX).orElseThrow();
    }

    private List<Key> missingSecrets(Id sandboxId, Id liveId) {
        List<Key> missing = new ArrayList<>(tx.secrets().keys(sandboxId));
        missing.removeAll(tx.secrets().keys(liveId));
        return missing;
    }

    private static Map<Key, Set<Gate>> gates(List<MergedKey> keys, WritableEnvironment target) {
        List<KeyChange> changes = new ArrayList<>();
        List<KeyEdit> edits = new ArrayList<>();
        for (MergedKey key : keys) {
            if (key.changesLive()) {
                changes.add(new KeyChange(key.key(), key.live(), key.sandbox()));
                edits.add(new KeyEdit(key.key(), key.sandbox()));
            }
        }
        return target.gates(target.values().with(edits), changes);
    }
}
