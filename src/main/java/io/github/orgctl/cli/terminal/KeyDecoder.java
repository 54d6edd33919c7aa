package io.github.orgctl.cli.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Decodes the input of a terminal into keys, pasted text and mouse buttons. It never reads ahead. A pause distinguishes
 * the Escape key from sequences that begin with it.
 */
final class KeyDecoder {
    /** Input of a terminal. */
    interface Keyboard {
        /** The next byte, or -1 if none came for a while. */
        int read() throws IOException;
    }

    private static final int NOTHING = -1;
    private static final int ESCAPE = 0x1b;
    private static final int DELETE = 0x7f;
    private static final int BACKSPACE = 0x08;
    private static final int REPLACEMENT = 0xfffd;

    private static final int PASTE = 200;
    private static final String PASTE_END = "\u001b[201~";
    /** Number of empty reads after which an unfinished paste ends. */
    private static final int PATIENCE = 20;

    private final Keyboard in;
    private boolean isEscaping;

    KeyDecoder(Keyboard in) {
        this.in = in;
    }

    /** The next event; {@link TerminalNotice#IDLE} if there is none. */
    TerminalEvent next() throws IOException {
        int first = isEscaping ? ESCAPE : in.read();
        isEscaping = false;
        if (first == NOTHING) {
            return TerminalNotice.IDLE;
        }
        return first == ESCAPE ? escaped() : typed(first);
    }

    private KeyPress typed(int first) throws IOException {
        return switch (first) {
            case '\r', '\n' -> KeyPress.of(Key.ENTER);
            case '\t' -> KeyPress.of(Key.TAB);
            case DELETE, BACKSPACE -> KeyPress.of(Key.BACKSPACE);
            case 0 -> KeyPress.control(' ');
            default -> first < ' ' ? KeyPress.control((char) (first + '`')) : KeyPress.of(character(first));
        };
    }

    /** Decodes a code point, whose bytes may arrive separately. */
    private int character(int first) throws IOException {
        if (first < 0x80) {
            return first;
        }
        int more = first >= 0xf0 && first < 0xf8 ? 3 : first >= 0xe0 ? 2 : 1;
        if (first < 0xc0 || first >= 0xf8) {
            return REPLACEMENT;
        }
        byte[] bytes = new byte[more + 1];
        bytes[0] = (byte) first;
        for (int i = 1; i <= more; i++) {
            int next = patient();
            if (next == NOTHING) {
                return REPLACEMENT;
            }
            bytes[i] = (byte) next;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.codePointCount(0, text.length()) == 1 ? text.codePointAt(0) : REPLACEMENT;
    }

    private TerminalEvent escaped() throws IOException {
        int next = in.read();
        // The next key's sequence begins with it, where that was pressed soon after the escape key.
        isEscaping = next == ESCAPE;
        return switch (next) {
            case NOTHING, ESCAPE -> KeyPress.of(Key.ESCAPE);
            case '[' -> sequence();
            case 'O' -> single(in.read());
            default -> typed(next).withAlt();
        };
    }

    /** VT100 sequences for function keys and, in application mode, for arrows. */
    private static KeyPress single(int last) {
        return last == NOTHING ? KeyPress.of('O').withAlt() : KeyPress.of(lettered(last));
    }

    /** A control sequence: numbers separated by semicolons, and a last byte. */
    private TerminalEvent sequence() throws IOException {
        int next = in.read();
        if (next == NOTHING) {
            return KeyPress.of('[').withAlt();
        }
        if (next == '[') {
            // The Linux console's function keys.
            int letter = in.read();
            return KeyPress.of(letter >= 'A' && letter <= 'E' ? function(letter - 'A') : Key.UNKNOWN);
        }
        boolean mouse = next == '<';
        int[] numbers = new int[3];
        int count = 0;
        for (next = mouse ? in.read() : next; next >= 0x20 && next < 0x40; next = in.read()) {
            if (next == ';') {
                count++;
            } else if (next >= '0' && next <= '9' && count < numbers.length) {
                numbers[count] = (10 * numbers[count] + next - '0') % 100_000;
            }
        }
        return mouse ? button(numbers, next) : next == '~' && numbers[0] == PASTE ? paste() : key(numbers, next);
    }

    private static TerminalEvent button(int[] numbers, int last) {
        return last == 'M' || last == 'm'
                ? new MouseButton(numbers[0], Math.max(0, numbers[1] - 1), Math.max(0, numbers[2] - 1), last == 'm')
                : KeyPress.of(Key.UNKNOWN);
    }

    private static KeyPress key(int[] numbers, int last) {
        int modifiers = Math.max(0, numbers[1] - 1);
        boolean shift = (modifiers & 1) != 0 || last == 'Z';
        Key key = last == '~' ? numbered(numbers[0]) : last == 'Z' ? Key.TAB : lettered(last);
        return new KeyPress(key, 0, (modifiers & 4) != 0, (modifiers & 2) != 0, shift);
    }

    private static Key lettered(int letter) {
        return switch (letter) {
            case 'A' -> Key.UP;
            case 'B' -> Key.DOWN;
            case 'C' -> Key.RIGHT;
            case 'D' -> Key.LEFT;
            case 'H' -> Key.HOME;
            case 'F' -> Key.END;
            case 'M' -> Key.ENTER;
            case 'P', 'Q', 'R', 'S' -> function(letter - 'P');
            default -> Key.UNKNOWN;
        };
    }

    private static Key numbered(int number) {
        return switch (number) {
            case 1, 7 -> Key.HOME;
            case 2 -> Key.INSERT;
            case 3 -> Key.DELETE;
            case 4, 8 -> Key.END;
            case 5 -> Key.PAGE_UP;
            case 6 -> Key.PAGE_DOWN;
            case 11, 12, 13, 14, 15 -> function(number - 11);
            case 17, 18, 19, 20, 21 -> function(number - 12);
            case 23, 24 -> function(number - 13);
            default -> Key.UNKNOWN;
        };
    }

    /**
     * @param index from 0
     */
    private static Key function(int index) {
        return Key.valueOf("F" + (index + 1));
    }

    private Paste paste() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < PASTE_END.length()) {
            int next = patient();
            if (next == NOTHING) {
                break;
            }
            matched = next == PASTE_END.charAt(matched) ? matched + 1 : next == ESCAPE ? 1 : 0;
            bytes.write(next);
        }
        String text = bytes.toString(StandardCharsets.UTF_8);
        String whole = text.endsWith(PASTE_END) ? text.substring(0, text.length() - PASTE_END.length()) : text;
        return new Paste(whole.replace("\r\n", "\n").replace('\r', '\n'));
    }

    private int patient() throws IOException {
        int next = in.read();
        for (int i = 0; i < PATIENCE && next == NOTHING; i++) {
            next = in.read();
        }
        return next;
    }
}
