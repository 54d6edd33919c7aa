package io.github.orgctl.cli.verb.change;

import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.shape.KeyChangeShape;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.configuration.PendingUpdate;
import io.github.orgctl.core.configuration.PlannedUpdate;
import io.github.orgctl.core.configuration.UpdatePlan;
import io.github.orgctl.core.model.promotion.Gate;
import java.util.List;
import java.util.Optional;

/** A verb that changes keys not named on the command line. In live it requires confirmation. */
public abstract class BulkEditVerb extends ConfirmedEditVerb<UpdatePlan> {
    private List<String> notices = List.of();

    protected BulkEditVerb(String name, String summary) {
        this(name, summary, Gate.values());
    }

    /**
     * @param gates gates that its changes may require in live
     */
    protected BulkEditVerb(String name, String summary, Gate... gates) {
        super(name, summary, KeyChangeShape.KEY_CHANGE);
        gates(gates);
        shareDeclared();
    }

    /** The planned update. */
    protected abstract PendingUpdate update(Services services);

    /** Adds notices to the preview and to the reply. */
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
        // Already shown in the preview.
        return isAgreed() ? reply : reply.notices(notices);
    }
}
