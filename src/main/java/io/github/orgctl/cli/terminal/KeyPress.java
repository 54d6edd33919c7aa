package io.github.orgctl.cli.terminal;

/**
 * A key that was pressed.
 *
 * @param character code point of the key without modifiers; 0 if it is not a character
 */
public record KeyPress(Key key, int character, boolean control, boolean alt, boolean shift) implements TerminalEvent {
    /** A key without modifiers. */
    public static KeyPress of(Key key) {
        return new KeyPress(key, 0, false, false, false);
    }

    /** A typed character. */
    public static KeyPress of(int character) {
        return new KeyPress(Key.CHARACTER, character, false, false, false);
    }

    /**
     * A letter with the control key.
     *
     * @param letter in lower case
     */
    public static KeyPress control(char letter) {
        return new KeyPress(Key.CHARACTER, letter, true, false, false);
    }

    KeyPress withAlt() {
        return new KeyPress(key, character, control, true, shift);
    }

    /** Whether it types a character, rather than being a command. */
    public boolean isText() {
        return key == Key.CHARACTER && !control && !alt;
    }
}
