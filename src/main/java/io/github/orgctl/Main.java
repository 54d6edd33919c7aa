package io.github.orgctl;

import io.github.orgctl.cli.CallersEnvironment;
import io.github.orgctl.cli.Cli;
import io.github.orgctl.cli.Interrupts;
import io.github.orgctl.cli.Io;

public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Interrupts.PROCESS.install();
        Interrupts.PROCESS.exit(Cli.run(args, Io.system(), CallersEnvironment.of(System.getenv())));
    }
}
