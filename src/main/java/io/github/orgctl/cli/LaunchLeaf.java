package io.github.orgctl.cli;

import io.github.orgctl.core.port.Store;

/** A verb that reads from the store and then becomes another program: the store is closed while that runs. */
public abstract class LaunchLeaf extends Leaf {
    protected LaunchLeaf(String name, String summary) {
        super(name, summary, null);
    }

    protected abstract Launch execute(Services services);

    /** Whether it hands out what leaves an event in the audit trail: then nothing is started before the event is kept. */
    protected abstract boolean leavesEvent();

    /** Whether this process has to stay while the program runs, rather than hand its place over to it. */
    protected abstract boolean watches();

    @Override
    final int run(Session session) {
        Handover handover = Handover.offered();
        if (handover == null) {
            return run(launch(session, null), session.host());
        }
        if (watches() || !handover.isPossible()) {
            handover.stay();
            return ExitCode.DONE.code();
        }
        try {
            launch(session, handover);
            handover.exec();
        } catch (Handover.Declined declined) {
            // The transaction was rolled back, since the same command runs once more.
            handover.stay();
        }
        return ExitCode.DONE.code();
    }

    private Launch launch(Session session, Handover handover) {
        try (Store store = session.openStore()) {
            Store.Purpose purpose = leavesEvent() ? Store.Purpose.CHANGE : Store.Purpose.READ;
            return store.inTx(purpose, tx -> {
                Launch launch = execute(session.services(tx, expectedEnvironment(), purpose));
                if (handover != null) {
                    handover.prepare(launch);
                }
                return launch;
            });
        }
    }

    /** Runs the program to its end and returns its exit code. */
    private static int run(Launch launch, Host host) {
        ForegroundProgram program = new ForegroundProgram(launch.command(), host);
        if (launch.cleanEnvironment()) {
            program.cleanEnvironment();
        }
        program.give(launch.variables().all());
        if (launch.mask()) {
            program.mask(launch.variables().secrets());
        }
        return program.run();
    }
}
