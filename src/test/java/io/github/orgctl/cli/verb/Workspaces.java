package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.host.Messages;

/** Opens the store for a test as a verb does that shows it for long. */
public final class Workspaces {
    private Workspaces() {}

    /**
     * @param invocation parsed
     */
    public static Workspace open(Host host, Invocation invocation, LineRunner runner) {
        CommandSession session =
                new CommandSession(host, invocation, new Messages(host.io().err()), null);
        return new Workspace(session, session.openStore(), runner);
    }
}
