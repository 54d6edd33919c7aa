package io.github.orgctl.cli;

import io.github.orgctl.core.port.Store;

/** A verb that reads from the store and then becomes another program: the store is closed while that runs. */
public abstract class LaunchVerb extends Verb {
    protected LaunchVerb(String name, String summary) {
        super(name, summary, null);
    }

    protected abstract Launch execute(Services services);

    /** Whether it hands out what leaves an event in the audit trail: then nothing is started before the event is kept. */
    protected abstract boolean leavesEvent();

    @Override
    final int run(CommandSession session) {
        Launch launch;
        try (Store store = session.openStore()) {
            Store.Purpose purpose = leavesEvent() ? Store.Purpose.CHANGE : Store.Purpose.READ;
            launch = store.inTx(purpose, tx -> execute(session.services(tx, expectedEnvironment(), purpose)));
        }
        return run(launch, session.host());
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
