package io.github.orgctl.cli.verb.change;

import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.shape.PlannedChangeShape;
import io.github.orgctl.cli.verb.ChangeGates;
import io.github.orgctl.core.document.AppliedPlan;
import io.github.orgctl.core.document.ChangeGate;
import io.github.orgctl.core.document.ChangePlan;
import io.github.orgctl.core.document.PlannedChange;
import io.github.orgctl.core.kernel.ShellWord;
import io.github.orgctl.core.model.value.Count;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Slug;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Creates replies that show plans of documents. */
public final class PlannedReply {
    private static final int SHOWN_INVITATIONS = 10;

    private PlannedReply() {}

    /** Shows an applied plan, or why it was refused. */
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
                .afterwards(!plan.isEmpty(), plan.outcome())
                .afterwards(unsent(applied.invited()));
    }

    /** Notices about how to send new invitations. */
    private static List<String> unsent(List<AppliedPlan.Invited> invited) {
        List<String> lines = new ArrayList<>();
        for (AppliedPlan.Invited each : invited.subList(0, Math.min(SHOWN_INVITATIONS, invited.size()))) {
            lines.add("to send an invitation, run: orgctl invite resend "
                    + ShellWord.of(each.email().toString()) + " --org " + each.organization());
        }
        Map<Slug, Integer> more = new LinkedHashMap<>();
        invited.subList(lines.size(), invited.size()).forEach(each -> more.merge(each.organization(), 1, Integer::sum));
        more.forEach((organization, number) ->
                lines.add("and " + number + " more: see orgctl invite list --org " + organization));
        return lines;
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

    /** Shows a plan's changes, with notices about what to know before applying it. */
    public static Reply of(ChangePlan plan) {
        return told(plan, rows(plan));
    }

    /** Adds notices about what to know before applying the plan. */
    public static Reply told(ChangePlan plan, Reply reply) {
        return reply.notices(ChangeGates.notices(plan));
    }

    /** Shows a plan's changes as drift, which is not going to be applied. */
    public static Reply ofDrift(ChangePlan plan) {
        long number = plan.changes().size();
        long acknowledged = plan.count(PlannedChange.Operation.ACKNOWLEDGED);
        return Reply.many(PlannedChangeShape.PLANNED_CHANGE, Rows.of(plan.entries()))
                .notice(number == 0 ? "no differences" : Count.of(number, "difference"))
                .noticeIf(acknowledged > 0, acknowledged + " acknowledged");
    }

    private static Reply rows(ChangePlan plan) {
        return Reply.many(PlannedChangeShape.PLANNED_CHANGE, Rows.of(plan.entries()))
                .noticeIf(plan.isEmpty(), "nothing to change");
    }
}
