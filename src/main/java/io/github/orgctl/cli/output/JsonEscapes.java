package io.github.orgctl.cli.output;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import io.github.orgctl.cli.text.Visible;

/** Escapes in JSON what {@link Visible} finds unsafe, beyond the controls that JSON itself wants escaped. */
final class JsonEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    private final int[] ascii = standardAsciiEscapesForJSON();

    JsonEscapes() {
        ascii[0x7f] = ESCAPE_STANDARD;
    }

    // The generator keeps to its fast path for ASCII, and asks for each other character.
    @Override
    public int[] getEscapeCodesForAscii() {
        return ascii;
    }

    @Override
    public SerializableString getEscapeSequence(int c) {
        if (Character.isSurrogate((char) c) || !Visible.isUnsafe(c)) {
            return null;
        }
        StringBuilder escape = new StringBuilder(6);
        Visible.appendUnicodeEscape(escape, (char) c);
        return new SerializedString(escape.toString());
    }
}
