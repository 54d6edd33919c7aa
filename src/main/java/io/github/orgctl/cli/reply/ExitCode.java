package io.github.orgctl.cli.reply;

import io.github.orgctl.core.model.value.Failure;
import java.util.Locale;

/** All exit codes with their meanings. */
public enum ExitCode {
    DONE(0, "done"),
    NO(1, "the answer is no: differences found, access denied, a check failed"),
    USAGE(2, "usage: unknown option, malformed value, nothing selected"),
    NOT_FOUND(3, "not found"),
    CONFLICT(4, "conflict: already exists, or changed in the meantime"),
    RULE(5, "breaks a rule of the model or a project's schema"),
    FORBIDDEN(6, "not allowed for the acting identity"),
    BUSY(7, "store busy or unreachable: retrying may help"),
    REFUSED(8, "refused by a gate, a lock or a missing confirmation"),
    DAMAGED(9, "store damaged, not a store, or newer than this program"),
    BUG(70, "a bug in orgctl"),
    IO(74, "an input or output error: disk full, closed file"),
    NOT_EXECUTABLE(126, "env run: the program was found but can't be started"),
    NO_PROGRAM(127, "env run: the program was not found"),
    INTERRUPTED(130, "interrupted");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public static ExitCode of(Failure.Kind kind) {
        return switch (kind) {
            case USAGE -> USAGE;
            case NOT_FOUND -> NOT_FOUND;
            case CONFLICT -> CONFLICT;
            case RULE -> RULE;
            case FORBIDDEN -> FORBIDDEN;
            case BUSY -> BUSY;
            case REFUSED -> REFUSED;
            case DAMAGED -> DAMAGED;
            case IO -> IO;
            case NOT_EXECUTABLE -> NOT_EXECUTABLE;
            case NO_PROGRAM -> NO_PROGRAM;
        };
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }

    /** Name in JSON errors, such as {@code not_found}. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
