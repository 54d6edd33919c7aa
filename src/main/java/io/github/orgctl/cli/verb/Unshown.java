package io.github.orgctl.cli.verb;

/** A change was made, and its result could not be shown. */
final class Unshown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ChangeMade made;
    private final boolean partlyRead;

    /**
     * @param cause why not
     * @param partlyRead whether somebody has read the beginning of a long result
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
