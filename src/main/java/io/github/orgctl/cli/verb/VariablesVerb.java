package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.core.configuration.VariableSelection;
import io.github.orgctl.core.model.configuration.Variables;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Store;

/** A verb that hands the values of an environment to programs, if the store can't be reached those of a snapshot. */
public abstract class VariablesVerb extends Verb {
    private final Fallback fallback;

    protected VariablesVerb(String name, String summary) {
        super(name, summary, null);
        fallback = new Fallback(this);
        referenceTimeoutOption();
        shareDeclared();
    }

    /** The values to hand out. */
    protected abstract VariableSelection selection();

    /** Whether it writes an audit event, which must be committed before the values are handed out. */
    protected abstract boolean leavesEvent();

    protected abstract Reply reply(Variables variables);

    /** Does what has to be done within the transaction with values from the store. */
    void found(Services services, VariableSelection selection, Variables variables) {}

    final Fallback fallback() {
        return fallback;
    }

    @Override
    final long defaultWaitMillis() {
        return fallback.isGiven() ? Fallback.WAIT_MILLIS : super.defaultWaitMillis();
    }

    @Override
    public final Store.Purpose purpose() {
        return leavesEvent() ? Store.Purpose.CHANGE : Store.Purpose.READ;
    }

    @Override
    protected final Reply answer(CommandSession session, Services services) {
        fallback.check();
        VariableSelection selection = selection();
        Variables variables = services.variables().of(selection);
        Reply reply = reply(variables);
        found(services, selection, variables);
        return fallback.isGiven() ? fallback.keeping(reply, session, selection, variables) : reply;
    }

    @Override
    Reply withoutStore(CommandSession session, Failure failure) {
        if (!fallback.isGiven()) {
            return null;
        }
        fallback.check();
        return reply(fallback.read(session, selection(), failure, expectedEnvironment()));
    }
}
