package io.github.orgctl.core.port;

/** Gets what the person at the keyboard should know of, and nothing fails for. */
public interface Notices {
    void notice(String line);
}
