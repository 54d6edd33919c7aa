package io.github.orgctl.core.reference;

/** That a reference can't be resolved; the message says why. */
final class Unresolved extends Exception {
    private static final long serialVersionUID = 1;

    Unresolved(String message) {
        super(message, null, false, false);
    }
}
