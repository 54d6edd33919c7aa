package io.github.orgctl.cli.host;

import java.util.Set;

/**
 * A file to be written by a command.
 *
 * @param path relative to the working directory
 * @param text content
 * @param publicText content without secrets, which may be shown
 * @param names names of lines, which may be shown even if the value may not
 * @param force whether an existing file may be replaced
 */
public record WrittenFile(String path, String text, String publicText, Set<String> names, boolean force) {
    /** Whether only its owner may read it. */
    boolean isPrivate() {
        return !text.equals(publicText);
    }
}
