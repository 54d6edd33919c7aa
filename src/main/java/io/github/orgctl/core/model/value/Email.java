package io.github.orgctl.core.model.value;

import java.util.Locale;

/**
 * An e-mail address: an RFC 5321 mailbox of at most 254 characters. The spelling is preserved, except that an
 * internationalized domain is converted to its ASCII form. Addresses are equal if they name the same mailbox.
 */
public final class Email {
    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL_PART = 64;
    private static final int MAX_LABEL = 63;

    /** Prefix of a label in the ASCII form of an internationalized domain. */
    private static final String ACE_PREFIX = "xn--";

    /** Characters allowed in an atom besides letters and digits. */
    private static final String ATOM = "!#$%&'*+-/=?^_`{|}~";

    private final String value;
    private final String mailbox;

    /**
     * @throws Failure USAGE if the text is not a mailbox
     */
    public Email(String text) {
        this(text, true);
    }

    private Email(String text, boolean isTyped) {
        int at = text.lastIndexOf('@');
        String local = text.substring(0, Math.max(0, at));
        String domain = text.substring(at + 1);
        if (isTyped && isInternational(domain)) {
            domain = DomainNames.installed().ascii(domain);
        }
        value = local + '@' + domain;
        if (text.length() > MAX_LENGTH
                || value.length() > MAX_LENGTH
                || !isLocalPart(local)
                || !isDomain(domain) && (isTyped || !isInternational(domain))) {
            throw Failure.usage("'" + text + "' is not an e-mail address", "use an address such as ann@example.com");
        }
        mailbox = mailbox(local) + '@' + domain.toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a stored address. Its domain was already converted, and immutable records keep their spelling.
     *
     * @throws Failure USAGE if the text is not a mailbox
     */
    public static Email stored(String text) {
        return new Email(text, false);
    }

    /** The address for display. */
    public String value() {
        return value;
    }

    /** Key for comparing addresses: lower case, without unnecessary quotes, the domain in ASCII form. */
    public String mailbox() {
        return mailbox;
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
        return text.startsWith("[") ? isAddressLiteral(text) : isHost(text);
    }

    /** An address literal such as {@code [192.0.2.1]}, whose content only the mail server interprets. */
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

    /** Whether a domain needs conversion to ASCII. */
    private static boolean isInternational(String domain) {
        for (int i = 0; i < domain.length(); i++) {
            if (domain.charAt(i) > '~' || domain.regionMatches(true, i, ACE_PREFIX, 0, ACE_PREFIX.length())) {
                return true;
            }
        }
        return false;
    }

    private static String mailbox(String local) {
        String plain = local;
        if (isQuoted(local)) {
            String bare = unquoted(local);
            plain = isDotted(bare) ? bare : '"' + bare.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
        return plain.toLowerCase(Locale.ROOT);
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
        return other instanceof Email email && email.mailbox.equals(mailbox);
    }

    @Override
    public int hashCode() {
        return mailbox.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
