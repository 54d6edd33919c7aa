package io.github.orgctl.core.model.organization;

/**
 * Differences between a project's two environments.
 *
 * @param added how many keys only live has
 * @param removed how many keys only the sandbox has
 * @param changed how many keys have another value in each
 */
public record Drift(Project project, long added, long removed, long changed) {
    /** Whether there is no difference. */
    public boolean isNone() {
        return added + removed + changed == 0;
    }
}
