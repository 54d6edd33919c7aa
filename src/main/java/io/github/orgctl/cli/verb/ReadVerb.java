package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.port.Store;

/** A verb that reads from the store. What it found is rendered while the transaction lasts, so that lists can stream. */
public abstract class ReadVerb extends Verb {
    protected ReadVerb(String name, String summary, Shape<?> shape) {
        super(name, summary, shape);
    }

    protected abstract Reply execute(Services services);

    /** Whether it shows what leaves an event in the audit log: then nothing is written before the event is kept. */
    protected boolean leavesEvent() {
        return false;
    }

    @Override
    public Store.Purpose purpose() {
        return leavesEvent() ? Store.Purpose.CHANGE : Store.Purpose.READ;
    }

    @Override
    final Reply answer(CommandSession session, Services services) {
        return execute(services);
    }
}
