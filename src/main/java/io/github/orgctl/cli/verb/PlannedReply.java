package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.shape.PlannedChangeShape;
import io.github.orgctl.core.document.AppliedPlan;
import io.github.orgctl.core.document.ChangeGate;
import io.github.orgctl.core.document.ChangePlan;
import io.github.orgctl.core.document.PlannedChange;
import io.github.orgctl.core.model.value.Failure;

/** How a plan of documents is shown. */
public final class PlannedReply {
    private PlannedReply() {}

    /** The plan that was applied, or why it was not. */
    public static Reply of(AppliedPlan applied) {
        ChangePlan plan = applied.plan();
        Failure refusal = applied.refusal();
        if (refusal != null) {
            return of(plan).failing(hinted(refusal, plan));
        }
        return rows(plan)
                .made(plan.outcome())
                .inspection("orgctl audit list")
                .notices(ChangeGates.leftAlone(plan))
                .afterwards(!plan.isEmpty(), plan.outcome());
    }

    private static Failure hinted(Failure refusal, ChangePlan plan) {
        StringBuilder options = new StringBuilder();
        for (ChangeGate gate : plan.closed()) {
            options.append(' ').append(ChangeGates.option(gate));
        }
        String hint = options.length() == 0
                ? "review the plan, then confirm it with --yes"
                : "if this is intended, add" + options;
        return new Failure(refusal.kind(), refusal.getMessage(), hint, refusal);
    }

    /** Its changes as rows, and what has to be known before it is applied. */
    public static Reply of(ChangePlan plan) {
        return rows(plan).notices(ChangeGates.notices(plan));
    }

    /** Its changes as rows, where nobody is going to apply it. */
    public static Reply ofDrift(ChangePlan plan) {
        long number = plan.changes().size();
        long acknowledged = plan.count(PlannedChange.Operation.ACKNOWLEDGED);
        return Reply.many(PlannedChangeShape.PLANNED_CHANGE, Rows.of(plan.entries()))
                .notice((number == 0 ? "no" : number) + (number == 1 ? " difference" : " differences"))
                .noticeIf(acknowledged > 0, acknowledged + " acknowledged");
    }

    private static Reply rows(ChangePlan plan) {
        return Reply.many(PlannedChangeShape.PLANNED_CHANGE, Rows.of(plan.entries()))
                .noticeIf(plan.isEmpty(), "nothing to change");
    }
}
