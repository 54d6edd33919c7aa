package io.github.orgctl.cli.verb.change;

import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.cli.verb.CommandSession;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.cli.verb.Verb;
import io.github.orgctl.core.port.Store;

/** A verb that changes the store. Output is written after the commit, except values that are shown only once. */
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

    /** Whether changes are rolled back. */
    protected final boolean isDryRun() {
        return dryRun.isGiven();
    }

    @Override
    public final Store.Purpose purpose() {
        return isDryRun() ? Store.Purpose.DRY_RUN : Store.Purpose.CHANGE;
    }

    @Override
    protected final Reply answer(CommandSession session, Services services) {
        return execute(services);
    }
}
