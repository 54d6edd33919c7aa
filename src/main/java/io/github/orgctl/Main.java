package io.github.orgctl;

import io.github.orgctl.cli.app.Cli;
import io.github.orgctl.cli.host.CallersEnvironment;
import io.github.orgctl.cli.host.Handover;
import io.github.orgctl.cli.host.Interrupts;
import io.github.orgctl.cli.host.Io;

public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Interrupts.PROCESS.install();
        int exitCode = Cli.run(args, Io.system(), CallersEnvironment.of(System.getenv()));
        if (System.getProperty(Handover.PIPE) != null) {
            Handover.end();
        }
        Interrupts.PROCESS.exit(exitCode);
    }
}
