package io.github.orgctl.cli.output;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import io.github.orgctl.cli.text.Visible;

/** Escapes characters in JSON that {@link Visible} considers unsafe, in addition to those that JSON requires. */
final class JsonEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    private final int[] ascii = standardAsciiEscapesForJSON();

    JsonEscapes() {
        ascii[0x7f] = ESCAPE_STANDARD;
    }

    // The generator uses its fast path for ASCII and consults this class for all other characters.
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
