package io.github.orgctl.core.model.organization;

/**
 * Number of differences between a project's two environments.
 *
 * @param added number of keys only in live
 * @param removed number of keys only in the sandbox
 * @param changed number of keys with different values
 */
public record Drift(Project project, long added, long removed, long changed) {
    /** Whether there are no differences. */
    public boolean isNone() {
        return added + removed + changed == 0;
    }
}
