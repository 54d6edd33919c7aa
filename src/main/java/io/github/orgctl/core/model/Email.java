package io.github.orgctl.core.model;

import java.net.IDN;
import java.util.Locale;

/**
 * An e-mail address, kept as it was typed. Two are equal when they name the same mailbox.
 *
 * @param value an RFC 5321 mailbox of at most 254 characters; its domain may be an internationalized one
 */
public record Email(String value) {
    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL_PART = 64;
    private static final int MAX_DOMAIN = 253;
    private static final int MAX_LABEL = 63;

    /** What an atom may hold besides letters and digits. */
    private static final String ATOM = "!#$%&'*+-/=?^_`{|}~";

    /**
     * @throws Failure USAGE when the text is no mailbox
     */
    public Email {
        int at = value.lastIndexOf('@');
        boolean isMailbox = at >= 1
                && value.length() <= MAX_LENGTH
                && isLocalPart(value.substring(0, at))
                && isDomain(value.substring(at + 1));
        if (!isMailbox) {
            throw Failure.usage("'" + value + "' is not an e-mail address", "an address is such as ann@example.com");
        }
    }

    private static boolean isLocalPart(String text) {
        return text.length() <= MAX_LOCAL_PART && (isQuoted(text) || isDotted(text));
    }

    private static boolean isDotted(String text) {
        boolean inAtom = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' ? !inAtom : !isLetterOrDigit(c) && ATOM.indexOf(c) < 0) {
                return false;
            }
            inAtom = c != '.';
        }
        return inAtom;
    }

    private static boolean isQuoted(String text) {
        if (text.length() < 2 || text.charAt(0) != '"' || text.charAt(text.length() - 1) != '"') {
            return false;
        }
        for (int i = 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if (c == '\\' && ++i == text.length() - 1) {
                return false;
            }
            if (c == '"' || text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isDomain(String text) {
        return text.startsWith("[") ? isAddressLiteral(text) : isHost(ascii(text));
    }

    /** An address between brackets, such as {@code [192.0.2.1]}: what stands there is the mail server's to read. */
    private static boolean isAddressLiteral(String text) {
        for (int i = 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if (!isLetterOrDigit(c) && c != '.' && c != ':' && c != '-') {
                return false;
            }
        }
        return text.length() > 2 && text.endsWith("]");
    }

    private static boolean isHost(String text) {
        if (text.isEmpty() || text.length() > MAX_DOMAIN) {
            return false;
        }
        for (String label : text.split("\\.", -1)) {
            if (label.isEmpty() || label.length() > MAX_LABEL || label.startsWith("-") || label.endsWith("-")) {
                return false;
            }
            for (int i = 0; i < label.length(); i++) {
                if (!isLetterOrDigit(label.charAt(i)) && label.charAt(i) != '-') {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /** The form of a domain that is compared and sent, or an empty text where it has none. */
    private static String ascii(String domain) {
        if (domain.chars().allMatch(c -> c < 128)) {
            return domain;
        }
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException noDomain) {
            return "";
        }
    }

    /** What addresses are compared by: lower case throughout, no needless quotes, the domain in its ASCII form. */
    public String mailbox() {
        int at = value.lastIndexOf('@');
        String local = value.substring(0, at);
        if (isQuoted(local)) {
            String bare = unquoted(local);
            local = isDotted(bare) ? bare : '"' + bare.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
        return local.toLowerCase(Locale.ROOT) + "@"
                + ascii(value.substring(at + 1)).toLowerCase(Locale.ROOT);
    }

    private static String unquoted(String local) {
        StringBuilder bare = new StringBuilder();
        for (int i = 1; i < local.length() - 1; i++) {
            if (local.charAt(i) == '\\') {
                i++;
            }
            bare.append(local.charAt(i));
        }
        return bare.toString();
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
