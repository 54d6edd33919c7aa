package io.github.orgctl.cli.dashboard;

import io.github.orgctl.cli.shape.HintSpelling;
import io.github.orgctl.core.configuration.Edit;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.promotion.MergedKey;
import io.github.orgctl.core.model.promotion.PlannedKey;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.promotion.PromotionPlan;
import io.github.orgctl.core.promotion.PromotionRequest;
import io.github.orgctl.core.promotion.PromotionService;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The form for a promotion: a message, and a choice for each key that is in conflict or that a gate protects. A gate is
 * opened only once all keys are chosen, since it lets all keys pass that it protects.
 */
final class PromotionForm {
    private static final String UNDECIDED = "choose";

    private final String project;
    private final List<PlannedKey> keys = new ArrayList<>();

    private PromotionForm(String project) {
        this.project = project;
    }

    static String title(String project) {
        return "Promote sandbox to live of " + project;
    }

    /**
     * @param project {@code ORG/PROJECT}
     */
    static Task of(String project, PromotionService promotions) {
        Edit edit = new Edit(Loader.reference(project, Mode.LIVE), Description.NONE, null);
        PromotionPlan plan = promotions.plan(new PromotionRequest(edit, List.of(), List.of(), List.of()));
        List<Key> conflicts = plan.conflicts().stream().map(MergedKey::key).toList();
        // The gates of a conflict's key are those that its value of the sandbox needs.
        PromotionPlan whole = conflicts.isEmpty()
                ? plan
                : promotions.plan(new PromotionRequest(edit, List.of(), conflicts, List.of()));
        PromotionForm form = new PromotionForm(project);
        for (PlannedKey key : whole.keys()) {
            if (isConflict(key) || !key.gates().isEmpty()) {
                form.keys.add(key);
            }
        }
        return form.task();
    }

    private static boolean isConflict(PlannedKey key) {
        return key.merged().reason() == MergedKey.Reason.TAKEN;
    }

    private Task task() {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.text("Message (optional)", ""));
        for (PlannedKey key : keys) {
            fields.add(new Field(label(key), UNDECIDED, List.of(UNDECIDED, promoting(key), keeping(key))));
        }
        return new Task('m', title(project), Action.ENV_PROMOTE, fields, this::words).onLive(true);
    }

    private static String label(PlannedKey key) {
        List<String> reasons = new ArrayList<>();
        if (isConflict(key)) {
            reasons.add("conflict");
        }
        key.gates().forEach(gate -> reasons.add(gate.toString()));
        return key.key() + " (" + String.join(", ", reasons) + ")";
    }

    private static String promoting(PlannedKey key) {
        Value value = key.merged().sandbox();
        return value == null ? "delete in live" : "sandbox: " + value;
    }

    private static String keeping(PlannedKey key) {
        Value value = key.merged().live();
        return value == null ? "don't add to live" : "live: " + value;
    }

    private CommandWords words(List<String> values) {
        Set<Gate> opened = EnumSet.noneOf(Gate.class);
        List<String> taken = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        boolean decided = true;
        for (int i = 0; i < keys.size(); i++) {
            PlannedKey key = keys.get(i);
            String choice = values.get(1 + i);
            decided &= !choice.equals(UNDECIDED);
            if (choice.equals(keeping(key))) {
                kept.add(key.key().path());
            } else if (choice.equals(promoting(key))) {
                opened.addAll(key.gates());
                if (isConflict(key)) {
                    taken.add(key.key().path());
                }
            }
        }
        CommandWords words = new CommandWords("env promote")
                .argument(project)
                .option("-m", values.get(0))
                .option("--take", String.join(",", taken))
                .option("--keep", String.join(",", kept));
        if (decided) {
            opened.forEach(gate -> words.flag(HintSpelling.option(gate)));
        }
        return words.flag("--yes");
    }
}
