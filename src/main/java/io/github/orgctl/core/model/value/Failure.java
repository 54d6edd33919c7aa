package io.github.orgctl.core.model.value;

/**
 * The core's only exception: a problem that the user can understand and usually fix. It has a {@link Kind}, which
 * determines the exit code; a message of one sentence without a full stop; and, if there is one, a {@link Hint} that
 * names the option or command that helps.
 */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Kind of failure. Each is mapped to one exit code. */
    public enum Kind {
        /** Malformed or contradictory input. */
        USAGE,
        /** A named resource does not exist. */
        NOT_FOUND,
        /** It already exists, or was changed concurrently. */
        CONFLICT,
        /** A rule of the model is violated. */
        RULE,
        /** The acting identity lacks the right. */
        FORBIDDEN,
        /** The store is busy or unreachable; a retry may help. */
        BUSY,
        /** Refused by a gate, a lock or a missing confirmation. */
        REFUSED,
        /** The store is damaged, not an orgctl store, or newer than this program. */
        DAMAGED,
        /** An I/O error, such as a full disk or a closed file. */
        IO,
        /** A program to be started exists but can't be executed. */
        NOT_EXECUTABLE,
        /** A program to be started does not exist. */
        NO_PROGRAM
    }

    private final Kind kind;
    private final transient Hint hint;

    public Failure(Kind kind, String message) {
        this(kind, message, (Hint) null);
    }

    /**
     * @param hint text that mentions no command or option; may be null
     */
    public Failure(Kind kind, String message, String hint) {
        this(kind, message, Hint.words(hint));
    }

    /**
     * @param hint may be null
     */
    public Failure(Kind kind, String message, Hint hint) {
        this(kind, message, hint, null);
    }

    /**
     * @param cause shown with {@code --debug} only; may be null
     */
    public Failure(Kind kind, String message, Throwable cause) {
        this(kind, message, (Hint) null, cause);
    }

    /**
     * @param hint text that mentions no command or option; may be null
     * @param cause shown with {@code --debug} only; may be null
     */
    public Failure(Kind kind, String message, String hint, Throwable cause) {
        this(kind, message, Hint.words(hint), cause);
    }

    /**
     * @param hint may be null
     * @param cause shown with {@code --debug} only; may be null
     */
    public Failure(Kind kind, String message, Hint hint, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.hint = hint;
    }

    /** Failure for a name that is taken by a resource the acting identity may not be able to see. */
    public static Failure taken(String what) {
        return new Failure(Kind.CONFLICT, "the " + what + " is already taken", "choose another");
    }

    public static Failure usage(String message) {
        return new Failure(Kind.USAGE, message);
    }

    public static Failure usage(String message, String hint) {
        return new Failure(Kind.USAGE, message, hint);
    }

    public static Failure usage(String message, Hint hint) {
        return new Failure(Kind.USAGE, message, hint);
    }

    public Kind kind() {
        return kind;
    }

    /** The hint, or null. */
    public Hint hint() {
        return hint;
    }
}
