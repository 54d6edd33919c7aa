package io.github.orgctl.cli.command;

import static io.github.orgctl.cli.shape.PlannedKeyShape.PLANNED_KEY;

import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.EnvironmentTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.reply.Questions;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.cli.verb.change.ConfirmedEditVerb;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.promotion.Promotion;
import io.github.orgctl.core.promotion.PromotionPlan;
import io.github.orgctl.core.promotion.PromotionRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code env promote}. */
final class PromoteVerb extends ConfirmedEditVerb<PromotionPlan> {
    private final Parameter<List<Key>> keys;
    private final Parameter<List<Key>> take;
    private final Parameter<List<Key>> keep;
    private final PromotionAnswers answers = new PromotionAnswers();

    PromoteVerb() {
        super("promote", "Promote sandbox changes to live", PLANNED_KEY);
        projectArgument();
        keys = optional(EnvironmentTypes.key().many(), "Keys to promote (default: all changed keys)");
        take = option("--take", EnvironmentTypes.key().list(), "Resolve a conflict with the sandbox value");
        keep = option("--keep", EnvironmentTypes.key().list(), "Resolve a conflict by keeping the live value");
        gates(Gate.values());
        details("Compares both environments with the last promotion: keys changed only in the sandbox"
                + " are promoted, keys changed only in live stay unchanged, and keys changed in both are"
                + " conflicts, to be resolved with --take or --keep. On a terminal, each conflict and"
                + " each key that a gate protects is resolved interactively, unless --yes is given. Secrets are never promoted. With --project"
                + " or --env, every argument is a key; so is a first argument that contains a dot."
                + " 'orgctl help gates' describes the --allow options.");
        example("See what would change in live", "orgctl env promote website --dry-run");
        example(
                "Promote two keys without a prompt",
                "orgctl env promote website limits.users limits.seats --yes -m \"Release 7\"");
        example(
                "Resolve a conflict with the sandbox value, and allow a new host",
                "orgctl env promote website --take api.url --allow-new-domains --yes");
    }

    @Override
    protected PromotionPlan plan(Services services) {
        return services.promotions().plan(request());
    }

    @Override
    protected boolean resolve(PromotionPlan plan, Questions questions) {
        if (answers.resolveConflicts(plan, questions)) {
            return true;
        }
        open(answers.openGates(plan, questions));
        return !plan.gated().isEmpty();
    }

    @Override
    protected Optional<String> question(PromotionPlan plan) {
        return plan.question();
    }

    @Override
    protected Reply preview(PromotionPlan plan) {
        Reply reply = Reply.many(PLANNED_KEY, Rows.of(plan.differing()));
        // Whoever agreed has read them.
        return isAgreed() ? reply : reply.notices(excluded(plan)).notices(missingSecrets(plan));
    }

    private static List<String> excluded(PromotionPlan plan) {
        List<Key> excluded = plan.excluded();
        return excluded.isEmpty() ? List.of() : List.of("never promoted, by the schema: " + Key.some(excluded));
    }

    /** Secrets never cross, so that whoever promotes what needs them has to be told. */
    private static List<String> missingSecrets(PromotionPlan plan) {
        if (plan.missingSecrets().isEmpty()) {
            return List.of();
        }
        return List.of("secrets missing in live, which are never promoted: " + Key.some(plan.missingSecrets())
                + "; set each with: orgctl secret set KEY --env "
                + plan.live().reference());
    }

    @Override
    protected Reply execute(Services services) {
        Promotion promotion = services.promotions().promote(request(), approval());
        return preview(promotion.plan())
                .previewedIf(isAgreed())
                .ifEmpty("nothing to promote: sandbox and live are the same")
                .notices(lockNotices(promotion.plan().live()))
                .noticeIf(promotion.changedNothing(), "nothing to promote: live is unchanged")
                .made(promotion.summary())
                .afterwards(promotion.changedLive(), promotion.summary())
                .failing(promotion.refusal());
    }

    private PromotionRequest request() {
        List<Key> taken = both(given(take), answers.taken());
        // The last answer counts.
        taken.removeAll(answers.kept());
        return new PromotionRequest(edit(), chosenKeys(), taken, both(given(keep), answers.kept()));
    }

    private static List<Key> both(List<Key> given, List<Key> answered) {
        List<Key> both = new ArrayList<>(given);
        both.addAll(answered);
        return both;
    }

    private List<Key> chosenKeys() {
        List<Key> chosen = new ArrayList<>();
        if (strayKey() != null) {
            chosen.add(new Key(strayKey()));
        }
        chosen.addAll(given(keys));
        return chosen;
    }

    private static List<Key> given(Parameter<List<Key>> several) {
        return several.orElse(List.of());
    }
}
