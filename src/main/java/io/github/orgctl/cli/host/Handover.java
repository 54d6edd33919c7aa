package io.github.orgctl.cli.host;

import io.github.orgctl.core.model.value.Failure;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Hands this process's place over to another program. The launcher, a shell that waits for this process, becomes that
 * program: so it has the signals, the limits and the open files of whoever called, and nothing of Java's. What to do
 * first it reads from a pipe, as commands; the program and its arguments it knows itself, byte for byte.
 */
public final class Handover {
    /** The property that names the pipe, where the launcher waits. */
    public static final String PIPE = "orgctl.handover";

    private LaunchEnvironment environment = LaunchEnvironment.ofCaller();

    /** Thrown to roll back what was done for a program that can't be handed over to. */
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

    /** The one that the launcher offers, or null. */
    public static Handover offered() {
        return System.getProperty(PIPE) == null ? null : new Handover();
    }

    /** Tells the launcher that this process has ended by itself: its exit code alone may be that of a failed start. */
    public static void end() {
        write("my_ended=yes");
    }

    /** Whether the launcher has the caller's environment, which it may have variables of that no shell can hold. */
    public boolean isPossible() {
        return environment.fitsShell();
    }

    /**
     * Takes what the program is to get.
     *
     * @throws Failure NO_PROGRAM or NOT_EXECUTABLE when there is none to start
     * @throws Declined when the launcher can't give it that
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

    /** Has the launcher become the program. */
    public void exec() {
        write(environment.changes() + "my_next=exec\n");
    }

    /** Has the launcher run the same command once more, in a process that stays until the program ends. */
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
