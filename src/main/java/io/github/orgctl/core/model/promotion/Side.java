package io.github.orgctl.core.model.promotion;

import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Failure;

/**
 * One side of a comparison: an environment by its mode, or a revision of one environment by its number. One of the two
 * is null.
 */
public record Side(Mode mode, Long revision) {
    /**
     * @throws Failure USAGE when the text is neither a mode nor a whole number of at least 1
     */
    public static Side parse(String text) {
        if (text.isEmpty() || text.charAt(0) < '0' || text.charAt(0) > '9') {
            return new Side(Mode.parse(text), null);
        }
        try {
            long revision = Long.parseLong(text);
            if (revision >= 1) {
                return new Side(null, revision);
            }
        } catch (NumberFormatException notANumber) {
            // Told below, together with numbers that are too small.
        }
        throw Failure.usage("'" + text + "' is neither a mode nor a revision", "a revision is a whole number from 1");
    }
}
