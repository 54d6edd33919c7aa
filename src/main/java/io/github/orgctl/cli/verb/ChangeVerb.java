package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.port.Store;

/** A verb that changes the store. Nothing is shown before the change is committed, but for what is shown only once. */
public abstract class ChangeVerb extends Verb {
    private final Parameter<Boolean> dryRun = flag("--dry-run", "Show what would change without changing anything");

    protected ChangeVerb(String name, String summary, Shape<?> shape) {
        super(name, summary, shape);
        shareDeclared();
    }

    protected abstract Reply execute(Services services);

    @Override
    public final boolean changesStore() {
        return true;
    }

    /** Whether nothing is going to be kept. */
    protected final boolean isDryRun() {
        return dryRun.isGiven();
    }

    @Override
    public final Store.Purpose purpose() {
        return isDryRun() ? Store.Purpose.DRY_RUN : Store.Purpose.CHANGE;
    }

    @Override
    final Reply answer(CommandSession session, Services services) {
        return execute(services);
    }
}
