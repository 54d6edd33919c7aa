package io.github.orgctl.cli.verb;

/** A change was made, but its result could not be shown. */
final class Unshown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ChangeMade made;
    private final boolean partlyRead;

    /**
     * @param cause the reason
     * @param partlyRead whether the beginning of a long result was read
     */
    Unshown(ChangeMade made, Throwable cause, boolean partlyRead) {
        super(cause);
        this.made = made;
        this.partlyRead = partlyRead;
    }

    ChangeMade made() {
        return made;
    }

    boolean isPartlyRead() {
        return partlyRead;
    }
}
