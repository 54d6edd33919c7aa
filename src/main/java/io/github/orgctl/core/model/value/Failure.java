package io.github.orgctl.core.model.value;

/**
 * The one exception of the core: something the user can understand and mostly mend. Every failure has a
 * {@link Kind}, which decides the exit code, a message of one sentence without a full stop, and, where one exists, a
 * {@link Hint} at the exact option or command that helps.
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
    private final transient Hint hint;

    public Failure(Kind kind, String message) {
        this(kind, message, (Hint) null);
    }

    /**
     * @param hint words that name no command and no option; null where nothing is known
     */
    public Failure(Kind kind, String message, String hint) {
        this(kind, message, Hint.words(hint));
    }

    /**
     * @param hint null where nothing is known
     */
    public Failure(Kind kind, String message, Hint hint) {
        this(kind, message, hint, null);
    }

    /**
     * @param cause shown in debugging only; may be null
     */
    public Failure(Kind kind, String message, Throwable cause) {
        this(kind, message, (Hint) null, cause);
    }

    /**
     * @param hint words that name no command and no option; null where nothing is known
     * @param cause shown in debugging only; may be null
     */
    public Failure(Kind kind, String message, String hint, Throwable cause) {
        this(kind, message, Hint.words(hint), cause);
    }

    /**
     * @param hint null where nothing is known
     * @param cause shown in debugging only; may be null
     */
    public Failure(Kind kind, String message, Hint hint, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.hint = hint;
    }

    /** A name that is taken by something that the acting identity may not know of. */
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

    /** Hint, or null. */
    public Hint hint() {
        return hint;
    }
}
