package io.github.orgctl.cli.dashboard;

/** Maps Cyrillic and Greek letters to the Latin letter on the same key, for single-key commands. */
final class Latin {
    private static final String LETTERS = "qwertyuiopasdfghjklzxcvbnm";
    private static final String[] OTHERS = {"йцукенгшщзфывапролдячсмить", ";ςερτυθιοπασδφγηξκλζχψωβνμ"};

    private Latin() {}

    /** The character as it is on a Latin keyboard. */
    static int of(int character) {
        if (character <= '~' && character != ';') {
            return character;
        }
        int lower = Character.toLowerCase(character);
        for (String others : OTHERS) {
            int index = others.indexOf(lower);
            if (index >= 0) {
                return LETTERS.charAt(index);
            }
        }
        return character;
    }
}
