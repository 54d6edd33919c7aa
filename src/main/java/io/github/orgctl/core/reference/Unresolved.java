package io.github.orgctl.core.reference;

/** Thrown if a reference can't be resolved; the message states the reason. */
final class Unresolved extends Exception {
    private static final long serialVersionUID = 1;

    Unresolved(String message) {
        super(message, null, false, false);
    }
}
