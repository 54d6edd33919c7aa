package io.github.orgctl.cli.settings;

import io.github.orgctl.core.model.organization.Mode;

/**
 * Selection written by {@code use}.
 *
 * @param organization a slug or an id; null to forget what was chosen
 * @param project a slug in that organization, or null for none
 * @param mode null for none
 * @param here whether it holds for the working directory instead of for the user
 */
public record Selection(String organization, String project, Mode mode, boolean here) {
    /** Nothing chosen any more. */
    public static Selection none(boolean here) {
        return new Selection(null, null, null, here);
    }
}
