package io.github.orgctl.core.model.configuration;

import java.util.Locale;

/**
 * A value of an environment as programs get it: a text under a name that every shell takes.
 *
 * @param key whose value it is
 * @param text a text as it is, anything else as its JSON
 * @param secret whether nobody may see it in passing
 */
public record Variable(Key key, String text, boolean secret) {
    /** Its name, such as {@code AUTH_MFA_ENABLED}. */
    public String name() {
        return nameOf(key);
    }

    /**
     * The name a key's value has as a variable: in upper case, with {@code _} for dots and hyphens, and for what would
     * begin with a digit in front as well. Two keys can have the same.
     */
    public static String nameOf(Key key) {
        String name = key.path().toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return Character.isDigit(name.charAt(0)) ? "_" + name : name;
    }
}
