package io.github.orgctl.cli.host;

import io.github.orgctl.core.model.value.Failure;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Replaces this process with another program. The launcher, a shell that waits for this process, executes that program,
 * so it gets the caller's signals, limits and open files, and nothing of Java's. The launcher reads preparatory
 * commands from a pipe; it already knows the program and its arguments byte for byte.
 */
public final class Handover {
    /** Property with the path of the pipe, if the launcher waits. */
    public static final String PIPE = "orgctl.handover";

    private LaunchEnvironment environment = LaunchEnvironment.ofCaller();

    /** Rolls back what was done for a program that can't be handed over to. */
    public static final class Declined extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Handover handover;

        private Declined(Handover handover) {
            super("the program can't get this from a shell");
            this.handover = handover;
        }

        public Handover handover() {
            return handover;
        }
    }

    private Handover() {}

    /** The launcher's handover, or null if it offers none. */
    public static Handover offered() {
        return System.getProperty(PIPE) == null ? null : new Handover();
    }

    /**
     * Tells the launcher that this process ended regularly; without that, its exit code could also be that of a failed
     * start.
     */
    public static void end() {
        write("my_ended=yes");
    }

    /**
     * Whether the launcher can reproduce the caller's environment, which may contain variables that a shell can't hold.
     */
    public boolean isPossible() {
        return environment.fitsShell();
    }

    /**
     * Prepares the launch.
     *
     * @throws Failure NO_PROGRAM or NOT_EXECUTABLE if the program can't be started
     * @throws Declined if the launcher can't reproduce its environment
     */
    public void prepare(Launch launch) {
        environment = LaunchEnvironment.ofCaller();
        if (launch.cleanEnvironment()) {
            environment.clean();
        }
        environment.give(launch.variables().all());
        String program = launch.command().get(0);
        new ProgramPath(environment.path()).require(program);
        // A shell would take a hyphen for an option.
        if (program.charAt(0) == '-' || !environment.fitsShell()) {
            throw new Declined(this);
        }
    }

    /** Makes the launcher execute the program. */
    public void exec() {
        write(environment.changes() + "my_next=exec\n");
    }

    /** Makes the launcher run the same command again, in a process that stays until the program ends. */
    public void stay() {
        write(environment.entrusted() + "my_next=stay\n");
    }

    private static void write(String commands) {
        try (OutputStream pipe = new FileOutputStream(System.getProperty(PIPE))) {
            pipe.write(commands.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException exception) {
            throw new Failure(Failure.Kind.IO, "can't hand over to the program: " + exception.getMessage(), exception);
        }
    }
}
