package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Store;

/** A verb that takes over the terminal until the user quits. */
public abstract class InteractiveVerb extends Verb {
    private final LineRunner runner;

    /**
     * @param runner runs the command lines that it changes the store with
     */
    protected InteractiveVerb(String name, String summary, LineRunner runner) {
        super(name, summary, null);
        this.runner = runner;
        standAlone();
    }

    protected abstract void run(Workspace workspace);

    /** A command that does the same job without a terminal. */
    protected abstract String substitute();

    @Override
    public final Store.Purpose purpose() {
        return null;
    }

    @Override
    protected final Reply answer(CommandSession session, Services services) {
        requireTerminal(session);
        try (Store store = session.openStore()) {
            run(new Workspace(session, store, runner));
        }
        return Reply.nothing();
    }

    private void requireTerminal(CommandSession session) {
        Host host = session.host();
        String terminal = host.variable("TERM");
        if (!session.conversation().isInteractive()) {
            throw Failure.usage("standard input and standard error must be a terminal", substitute());
        }
        if (terminal == null || terminal.equals("dumb")) {
            throw Failure.usage(
                    "the terminal must have an addressable cursor, and TERM is "
                            + (terminal == null ? "not set" : terminal),
                    substitute());
        }
    }
}
