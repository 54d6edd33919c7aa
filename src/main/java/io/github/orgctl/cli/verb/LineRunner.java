package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.Host;

/** Runs one command line of a batch. */
@FunctionalInterface
public interface LineRunner {
    /**
     * Runs a command line to its end and returns its exit code. What goes wrong is thrown.
     *
     * @param words without the program's name
     * @param host with the line's own streams
     */
    int run(String[] words, Host host, Batch batch);
}
