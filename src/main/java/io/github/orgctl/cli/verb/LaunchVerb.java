package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.ForegroundProgram;
import io.github.orgctl.cli.host.Handover;
import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.host.Interrupts;
import io.github.orgctl.cli.host.Launch;
import io.github.orgctl.cli.host.WatchedProgram;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.core.configuration.VariableSelection;
import io.github.orgctl.core.model.configuration.Variables;
import io.github.orgctl.core.model.value.Failure;

/** A verb that reads from the store and then runs another program, with the store closed. */
public abstract class LaunchVerb extends VariablesVerb {
    private final Handover handover = Handover.offered();
    private Launch launch;
    private String state;

    protected LaunchVerb(String name, String summary) {
        super(name, summary);
        standAlone();
    }

    protected abstract Launch launch(Variables variables);

    /** Whether the program is given new values when they change. */
    protected abstract boolean watches();

    /** Signal to send when values change; null to restart the program. */
    protected abstract String signal();

    /** Whether this process has to stay while the program runs, instead of being replaced by it. */
    protected abstract boolean stays();

    @Override
    protected final Reply prepare(LifeCycle lifeCycle) {
        return isToStay() ? Reply.nothing() : null;
    }

    private boolean isToStay() {
        if (handover == null || handover.isPossible() && !stays()) {
            return false;
        }
        handover.stay();
        return true;
    }

    @Override
    protected final Reply reply(Variables variables) {
        launch = launch(variables);
        if (handover != null) {
            handover.prepare(launch);
        }
        return Reply.nothing().notices(variables.warnings());
    }

    @Override
    final void found(Services services, VariableSelection selection, Variables variables) {
        state = state(services, selection, variables);
    }

    /** What the program's values come from, as it is now; null where that is not watched. */
    final String state(Services services, VariableSelection selection, Variables variables) {
        return watches()
                ? services.variables().state(selection.environment(), selection.action(), variables.sources())
                : null;
    }

    @Override
    final Reply withoutStore(CommandSession session, Failure failure) {
        if (fallback().isGiven() && isToStay()) {
            return Reply.nothing();
        }
        // No state of the store: the first one that is seen is another.
        state = watches() ? "" : null;
        return super.withoutStore(session, failure);
    }

    @Override
    final int goOn(CommandSession session, int exitCode) {
        if (handover == null) {
            return state == null ? run(launch, session.host()) : watch(session);
        }
        if (launch != null) {
            handover.exec();
        }
        return exitCode;
    }

    private int watch(CommandSession session) {
        try (WatchedValues values = new WatchedValues(session, this, launch, state)) {
            return Interrupts.PROCESS.endLike(new WatchedProgram(session.host(), values, signal()).run(launch));
        }
    }

    /** Runs the program and returns its exit code. If a signal ended it, this process ends the same way. */
    private static int run(Launch launch, Host host) {
        return Interrupts.PROCESS.endLike(ForegroundProgram.of(launch, host).run());
    }
}
