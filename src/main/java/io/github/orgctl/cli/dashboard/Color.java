package io.github.orgctl.cli.dashboard;

/** Foreground colour that can be read on dark and light backgrounds alike. */
enum Color {
    DEFAULT(39),
    RED(31),
    GREEN(32),
    BLUE(34),
    MAGENTA(35),
    CYAN(36);

    private final int code;

    Color(int code) {
        this.code = code;
    }

    /** Parameter of the SGR sequence that selects it. */
    int code() {
        return code;
    }
}
