package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.port.Store;

/** A verb that never opens the store. */
public abstract class LocalVerb extends Verb {
    protected LocalVerb(String name, String summary, Shape<?> shape) {
        super(name, summary, shape);
    }

    protected abstract Reply execute(CommandSession session);

    @Override
    protected boolean toleratesFaultySettings() {
        return true;
    }

    @Override
    public final Store.Purpose purpose() {
        return null;
    }

    @Override
    protected final Reply answer(CommandSession session, Services services) {
        return execute(session);
    }
}
