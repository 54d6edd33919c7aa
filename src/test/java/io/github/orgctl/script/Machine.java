package io.github.orgctl.script;

import io.github.orgctl.cli.app.CliHarness.Outcome;
import java.io.IOException;
import java.nio.file.Path;

/** What a script runs on. */
public interface Machine {
    Path home();

    /** The folder where a script begins. */
    Path work();

    /** Where the store is, as commands show it, unless a script names another. */
    String store();

    /** Whether it has a shell, pipes and all. */
    boolean hasShell();

    /** Sets an environment variable for the commands to come; null removes it. */
    void set(String variable, String value);

    /** Enters a folder, named from {@link #work()}. */
    void enter(String folder);

    /** Runs a line as it is typed. */
    Outcome run(String line) throws IOException, InterruptedException;
}
