package io.github.orgctl.cli.command;

import io.github.orgctl.cli.dashboard.Dashboard;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.verb.InteractiveVerb;
import io.github.orgctl.cli.verb.LineRunner;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Workspace;

public final class DashboardCommand extends Noun {
    /**
     * @param runner runs the command lines of its actions
     */
    public DashboardCommand(LineRunner runner) {
        super("dashboard", Show.SUMMARY, new Show(runner));
    }

    private static final class Show extends InteractiveVerb {
        private static final String SUMMARY = "Open an interactive dashboard";

        private final Parameter<Boolean> readOnly = flag("--read-only", "Offer no actions");
        private final Parameter<Boolean> mouse =
                flag("--mouse", "Enable the mouse, which disables selecting text in the terminal");

        Show(LineRunner runner) {
            super("", SUMMARY, runner);
            details(
                    "Shows projects with sandbox and live side by side, and organizations with their members, invitations,"
                            + " tokens, billing and audit log. Each action shows the command line that does the same, and asks before"
                            + " it runs. Press ? for help, q to quit.");
            example("Open the dashboard", "orgctl dashboard");
            example(
                    "Browse as a member without changing anything",
                    "orgctl dashboard --as ben@example.com --read-only");
            example("Open it in another organization, with the mouse", "orgctl dashboard --org globex --mouse");
        }

        @Override
        protected void run(Workspace workspace) {
            new Dashboard(workspace, readOnly.isGiven(), mouse.isGiven()).run();
        }

        @Override
        protected String substitute() {
            return "use commands such as: orgctl project list";
        }
    }
}
