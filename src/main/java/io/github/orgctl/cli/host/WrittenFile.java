package io.github.orgctl.cli.host;

import java.util.Set;

/**
 * A file that a command is to write.
 *
 * @param path relative to the working directory
 * @param text what is to stand in it
 * @param publicText the same without secrets: all of it that may be shown
 * @param names what may be shown of a line whose value may not
 * @param force whether one that is there already may be replaced
 */
public record WrittenFile(String path, String text, String publicText, Set<String> names, boolean force) {
    /** Whether nobody but its owner may read it. */
    boolean isPrivate() {
        return !text.equals(publicText);
    }
}
