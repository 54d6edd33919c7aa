package io.github.orgctl.cli;

import io.github.orgctl.cli.output.Shape;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.port.Tx;

/** A verb that reads from the store. What it found is written while the transaction lasts, so that lists can stream. */
public abstract class ReadLeaf extends Leaf {
    protected ReadLeaf(String name, String summary, Shape<?> shape) {
        super(name, summary, shape);
    }

    protected abstract Reply execute(Services services);

    @Override
    final int run(Session session) {
        try (Store store = session.openStore()) {
            return store.inTx(Store.Purpose.READ, new Store.Work<Integer>() {
                @Override
                public Integer in(Tx tx) {
                    return session.finish(execute(session.services(tx, expectedEnvironment(), Store.Purpose.READ)))
                            .code();
                }
            });
        }
    }
}
