package io.github.orgctl.core.model.value;

/**
 * The one exception of the core: something the user can understand and mostly mend. Every failure has a
 * {@link Kind}, which decides the exit code, a message of one sentence without a full stop, and, where one exists, a
 * hint that names the exact option or command that helps.
 */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Kind of failure. The command line maps each to one exit code. */
    public enum Kind {
        /** Malformed or contradicting input. */
        USAGE,
        /** The named item does not exist. */
        NOT_FOUND,
        /** Exists already, or changed meanwhile. */
        CONFLICT,
        /** Breaks a rule of the model. */
        RULE,
        /** The acting identity may not do this. */
        FORBIDDEN,
        /** The store is busy or unreachable: trying again may help. */
        BUSY,
        /** Refused by a gate, a lock or a missing confirmation. */
        REFUSED,
        /** The store is damaged, not a store, or newer than this program. */
        DAMAGED,
        /** Reading or writing failed: disk full, closed file. */
        IO,
        /** A program that is to be started was found but can't be. */
        NOT_EXECUTABLE,
        /** A program that is to be started does not exist. */
        NO_PROGRAM
    }

    private final Kind kind;
    private final String hint;

    public Failure(Kind kind, String message) {
        this(kind, message, null);
    }

    /**
     * @param hint what would help, naming the exact option or command; null where nothing is known
     */
    public Failure(Kind kind, String message, String hint) {
        this(kind, message, hint, null);
    }

    /**
     * @param cause shown with {@code --debug} only; may be null
     */
    public Failure(Kind kind, String message, String hint, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.hint = hint;
    }

    /** A name that somebody has who is not to be told of. */
    public static Failure taken(String what) {
        return new Failure(Kind.CONFLICT, "the " + what + " is taken", "choose another");
    }

    public static Failure usage(String message, String hint) {
        return new Failure(Kind.USAGE, message, hint);
    }

    public Kind kind() {
        return kind;
    }

    /** Hint, or null. */
    public String hint() {
        return hint;
    }
}
