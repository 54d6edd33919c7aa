package io.github.orgctl.cli.app;

import io.github.orgctl.cli.verb.Invocation;
import io.github.orgctl.cli.verb.Workspace;
import io.github.orgctl.cli.verb.Workspaces;

/** What {@code orgctl dashboard} works on, without its terminal. */
public final class DashboardWorkspace {
    private DashboardWorkspace() {}

    public static Workspace open(CliHarness orgctl, String... options) {
        String[] words = new String[options.length + 1];
        words[0] = "dashboard";
        System.arraycopy(options, 0, words, 1, options.length);
        Invocation invocation = Invocation.of(words, Commands.NOUNS);
        new CommandLineParser(invocation).parse();
        return Workspaces.open(orgctl.host(), invocation, Cli::runLine);
    }
}
