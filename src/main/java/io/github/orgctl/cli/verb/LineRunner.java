package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.Host;

/** Runs one command line of a batch. */
@FunctionalInterface
public interface LineRunner {
    /**
     * Runs a command line and returns its exit code. Failures are thrown.
     *
     * @param words words without the program's name
     * @param host host with the line's own streams
     */
    int run(String[] words, Host host, Batch batch);
}
