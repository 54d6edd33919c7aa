package io.github.orgctl.cli;

import io.github.orgctl.cli.output.Shape;

/** A verb that never touches the store. */
public abstract class LocalLeaf extends Leaf {
    protected LocalLeaf(String name, String summary, Shape<?> shape) {
        super(name, summary, shape);
    }

    protected abstract Reply execute(Session session);

    @Override
    final int run(Session session) {
        return session.replies().finish(execute(session)).code();
    }
}
