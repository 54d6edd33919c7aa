package io.github.orgctl.core.port;

/** Takes in usage. What was given is kept once {@link #finish} has returned. */
public interface UsageIntake {
    void add(UsageEntry entry);

    /** Adds what is still held back, and returns how many records were added in all, repeated ones aside. */
    long finish();
}
