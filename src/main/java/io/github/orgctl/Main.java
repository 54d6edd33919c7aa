package io.github.orgctl;

import io.github.orgctl.cli.CallersEnvironment;
import io.github.orgctl.cli.Cli;
import io.github.orgctl.cli.Handover;
import io.github.orgctl.cli.Interrupts;
import io.github.orgctl.cli.Io;

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
