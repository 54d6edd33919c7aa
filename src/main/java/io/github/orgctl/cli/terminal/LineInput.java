package io.github.orgctl.cli.terminal;

/**
 * A line of text under edit.
 *
 * @param before the text before the cursor
 * @param after the text after the cursor
 */
public record LineInput(String before, String after) {
    public static final LineInput EMPTY = new LineInput("", "");

    public static LineInput of(String text) {
        return new LineInput(text, "");
    }

    public String text() {
        return before + after;
    }

    public boolean isEmpty() {
        return text().isEmpty();
    }

    /** Inserts a text at the cursor; line breaks become spaces. */
    public LineInput plus(String text) {
        return new LineInput(before + text.replace('\n', ' ').replace('\r', ' '), after);
    }

    /** The line after a key press, or null if the key does not edit. */
    public LineInput press(KeyPress press) {
        if (press.isText()) {
            return plus(Character.toString(press.character()));
        }
        if (press.control()) {
            return switch (press.character()) {
                case 'u' -> new LineInput("", after);
                case 'k' -> new LineInput(before, "");
                case 'w' -> new LineInput(withoutLastWord(), after);
                case 'a' -> new LineInput("", text());
                case 'e' -> of(text());
                default -> null;
            };
        }
        return switch (press.key()) {
            case BACKSPACE -> new LineInput(before.substring(0, lastStart()), after);
            case DELETE -> new LineInput(before, after.substring(firstEnd()));
            case LEFT -> new LineInput(before.substring(0, lastStart()), before.substring(lastStart()) + after);
            case RIGHT -> new LineInput(before + after.substring(0, firstEnd()), after.substring(firstEnd()));
            case HOME -> new LineInput("", text());
            case END -> of(text());
            default -> null;
        };
    }

    private String withoutLastWord() {
        int end = before.stripTrailing().lastIndexOf(' ');
        return before.substring(0, end + 1);
    }

    private int lastStart() {
        return before.isEmpty() ? 0 : before.offsetByCodePoints(before.length(), -1);
    }

    private int firstEnd() {
        return after.isEmpty() ? 0 : after.offsetByCodePoints(0, 1);
    }
}
