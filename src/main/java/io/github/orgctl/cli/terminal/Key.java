package io.github.orgctl.cli.terminal;

/** A key, without modifiers. */
public enum Key {
    /** A key that types a character. */
    CHARACTER,
    ENTER,
    TAB,
    BACKSPACE,
    DELETE,
    INSERT,
    ESCAPE,
    UP,
    DOWN,
    LEFT,
    RIGHT,
    HOME,
    END,
    PAGE_UP,
    PAGE_DOWN,
    F1,
    F2,
    F3,
    F4,
    F5,
    F6,
    F7,
    F8,
    F9,
    F10,
    F11,
    F12,
    /** An unknown sequence. */
    UNKNOWN
}
