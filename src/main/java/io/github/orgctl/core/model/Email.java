package io.github.orgctl.core.model;

import java.net.IDN;
import java.util.Locale;

/**
 * An e-mail address, kept as it was typed. Two are equal when they name the same mailbox.
 *
 * @param value an RFC 5321 mailbox; its domain may be an internationalized one
 */
public record Email(String value) {
    private static final int MAX_LENGTH = 254;

    /**
     * @throws Failure USAGE when the text is no mailbox
     */
    public Email {
        int at = value.lastIndexOf('@');
        if (at < 1 || at == value.length() - 1 || value.length() > MAX_LENGTH) {
            throw Failure.usage("'" + value + "' is not an e-mail address", "an address is such as ann@example.com");
        }
    }

    /** What addresses are compared by: lower case throughout, the domain in its ASCII form. */
    public String mailbox() {
        int at = value.lastIndexOf('@');
        return value.substring(0, at).toLowerCase(Locale.ROOT)
                + "@"
                + IDN.toASCII(value.substring(at + 1)).toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Email email && email.mailbox().equals(mailbox());
    }

    @Override
    public int hashCode() {
        return mailbox().hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
