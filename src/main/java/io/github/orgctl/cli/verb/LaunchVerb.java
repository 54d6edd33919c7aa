package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.ForegroundProgram;
import io.github.orgctl.cli.host.Handover;
import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.host.Interrupts;
import io.github.orgctl.cli.host.Launch;
import io.github.orgctl.core.port.Store;

/** A verb that reads from the store and then becomes another program: the store is closed while that runs. */
public abstract class LaunchVerb extends Verb {
    private final Handover handover = Handover.offered();
    private Launch launch;

    protected LaunchVerb(String name, String summary) {
        super(name, summary, null);
        standAlone();
    }

    protected abstract Launch execute(Services services);

    /** Whether it hands out what leaves an event in the audit log: then nothing is started before the event is kept. */
    protected abstract boolean leavesEvent();

    /** Whether this process has to stay while the program runs, rather than hand its place over to it. */
    protected abstract boolean watches();

    @Override
    public final Store.Purpose purpose() {
        return leavesEvent() ? Store.Purpose.CHANGE : Store.Purpose.READ;
    }

    @Override
    final Reply prepare(LifeCycle lifeCycle) {
        if (handover == null || handover.isPossible() && !watches()) {
            return null;
        }
        handover.stay();
        return Reply.nothing();
    }

    @Override
    final Reply answer(CommandSession session, Services services) {
        launch = execute(services);
        if (handover != null) {
            handover.prepare(launch);
        }
        return Reply.nothing();
    }

    @Override
    final int goOn(CommandSession session, int exitCode) {
        if (handover == null) {
            return run(launch, session.host());
        }
        if (launch != null) {
            handover.exec();
        }
        return exitCode;
    }

    /** Runs the program to its end and returns its exit code. Where a signal ended it, this process ends so, too. */
    private static int run(Launch launch, Host host) {
        ForegroundProgram program = new ForegroundProgram(launch.command(), host);
        if (launch.cleanEnvironment()) {
            program.cleanEnvironment();
        }
        program.give(launch.variables().all());
        if (launch.mask()) {
            program.mask(launch.variables().secrets());
        }
        return Interrupts.PROCESS.endLike(program.run());
    }
}
