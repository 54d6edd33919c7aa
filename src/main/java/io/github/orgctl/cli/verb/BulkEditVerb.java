package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.shape.KeyChangeShape;
import io.github.orgctl.core.configuration.PendingUpdate;
import io.github.orgctl.core.configuration.PlannedUpdate;
import io.github.orgctl.core.configuration.UpdatePlan;
import io.github.orgctl.core.model.configuration.Gate;
import java.util.List;
import java.util.Optional;

/**
 * A verb that changes keys of an environment which the command line does not name. In live the changes have to be
 * confirmed.
 */
public abstract class BulkEditVerb extends ConfirmedEditVerb<UpdatePlan> {
    private List<String> notices = List.of();

    protected BulkEditVerb(String name, String summary) {
        super(name, summary, KeyChangeShape.KEY_CHANGE);
        gates(Gate.values());
        shareDeclared();
    }

    /** The planned update. */
    protected abstract PendingUpdate update(Services services);

    /** Adds notices to what is shown of the plan and of the update. */
    protected final void tell(List<String> lines) {
        notices = lines;
    }

    @Override
    protected final UpdatePlan plan(Services services) {
        return update(services).plan();
    }

    @Override
    protected final Optional<String> question(UpdatePlan plan) {
        return plan.question();
    }

    @Override
    protected final Reply preview(UpdatePlan plan) {
        return Reply.many(KeyChangeShape.KEY_CHANGE, Rows.of(plan.changes()))
                .notices(notices)
                .notices(lockNotices(plan.environment()));
    }

    @Override
    protected final Reply execute(Services services) {
        PlannedUpdate planned = update(services).make(approval());
        if (planned.refusal() != null) {
            return preview(planned.plan()).failing(planned.refusal());
        }
        Reply reply = reply(planned.update()).previewedIf(isAgreed());
        // Whoever agreed has read them.
        return isAgreed() ? reply : reply.notices(notices);
    }
}
