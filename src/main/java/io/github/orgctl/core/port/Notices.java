package io.github.orgctl.core.port;

/** Receives warnings for the user that do not cause a failure. */
public interface Notices {
    void notice(String line);
}
