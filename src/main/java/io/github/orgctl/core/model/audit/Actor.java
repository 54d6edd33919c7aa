package io.github.orgctl.core.model.audit;

import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure;

/**
 * Actor of an event, as named in the audit log.
 *
 * @param name the mailbox of a person, or {@code os:USER@HOST} for a local operator
 */
public record Actor(String name) {
    private static final String OPERATOR = "os:";

    /**
     * Parses an e-mail address in any spelling, or {@code os:USER@HOST}.
     *
     * @throws Failure USAGE if the text is neither
     */
    public static Actor parse(String text) {
        if (text.startsWith(OPERATOR)) {
            return new Actor(text);
        }
        try {
            return new Actor(new Email(text).mailbox());
        } catch (Failure malformed) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "'" + text + "' is not an actor",
                    "use an e-mail address such as ann@example.com, or os:USER@HOST for a local operator",
                    malformed);
        }
    }
}
