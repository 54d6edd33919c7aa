package io.github.orgctl.cli.dashboard;

/** Appearance of a cell. The background is always the terminal's own. */
record Style(Color color, boolean bold, boolean underlined, boolean reversed) {
    static final Style PLAIN = of(Color.DEFAULT);
    static final Style BOLD = PLAIN.strong();
    static final Style TITLE = of(Color.CYAN).strong();
    static final Style SANDBOX = of(Color.GREEN).strong();
    static final Style LIVE = of(Color.RED).strong();
    static final Style DIFFERENT = of(Color.MAGENTA).strong();
    static final Style KEY = of(Color.BLUE).strong();
    static final Style ERROR = of(Color.RED);

    static Style of(Color color) {
        return new Style(color, false, false, false);
    }

    Style strong() {
        return new Style(color, true, underlined, reversed);
    }

    Style underline() {
        return new Style(color, bold, true, reversed);
    }

    /** This style in reverse video without its colour, so that a selected row looks uniform. */
    Style select() {
        return new Style(Color.DEFAULT, bold, underlined, true);
    }

    Style reverse() {
        return new Style(color, bold, underlined, true);
    }

    /**
     * Appends the SGR sequence that switches to this style from any other.
     *
     * @param colors whether colours are allowed
     */
    void appendTo(StringBuilder out, boolean colors) {
        out.append("\u001b[0");
        if (bold) {
            out.append(";1");
        }
        if (underlined) {
            out.append(";4");
        }
        if (reversed) {
            out.append(";7");
        }
        if (colors && color != Color.DEFAULT) {
            out.append(';').append(color.code());
        }
        out.append('m');
    }
}
