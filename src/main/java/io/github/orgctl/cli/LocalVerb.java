package io.github.orgctl.cli;

import io.github.orgctl.cli.output.Shape;

/** A verb that never touches the store. */
public abstract class LocalVerb extends Verb {
    protected LocalVerb(String name, String summary, Shape<?> shape) {
        super(name, summary, shape);
    }

    protected abstract Reply execute(CommandSession session);

    @Override
    final int run(CommandSession session) {
        return session.replies().finish(execute(session)).code();
    }
}
