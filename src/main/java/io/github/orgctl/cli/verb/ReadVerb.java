package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.port.Store;

/** A verb that reads from the store. Its result is rendered within the transaction, so that lists can be streamed. */
public abstract class ReadVerb extends Verb {
    protected ReadVerb(String name, String summary, Shape<?> shape) {
        super(name, summary, shape);
    }

    protected abstract Reply execute(Services services);

    /** Whether it writes an audit event, which must be committed before the output is written. */
    protected boolean leavesEvent() {
        return false;
    }

    @Override
    public Store.Purpose purpose() {
        return leavesEvent() ? Store.Purpose.CHANGE : Store.Purpose.READ;
    }

    @Override
    protected final Reply answer(CommandSession session, Services services) {
        return execute(services);
    }
}
