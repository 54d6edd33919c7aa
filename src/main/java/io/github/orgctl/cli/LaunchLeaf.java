package io.github.orgctl.cli;

import io.github.orgctl.core.port.Store;

/** A verb that reads from the store and then becomes another program: the store is closed while that runs. */
public abstract class LaunchLeaf extends Leaf {
    protected LaunchLeaf(String name, String summary) {
        super(name, summary, null);
    }

    protected abstract Launch execute(Services services);

    @Override
    final int run(Session session) {
        Launch launch;
        try (Store store = session.openStore()) {
            launch = store.inTx(
                    Store.Purpose.READ, tx -> execute(session.services(tx, expectedEnvironment(), Store.Purpose.READ)));
        }
        return session.launch(launch);
    }
}
