package io.github.orgctl.core.model.configuration;

import io.github.orgctl.core.model.value.Failure;

/**
 * Reference to a secret's value stored elsewhere. Not secret itself.
 *
 * @param kind any but VALUE
 * @param target the variable's name, the file's absolute path, or the command for a shell
 */
public record SecretReference(SecretKind kind, String target) implements SecretInput {
    public static final int MAX_LENGTH = 1000;

    /**
     * @throws Failure USAGE when the target is malformed for its kind
     */
    public SecretReference {
        if (target.length() > MAX_LENGTH) {
            throw Failure.usage(
                    "the reference is longer than " + MAX_LENGTH + " characters",
                    "put a long command into a script and refer to the script");
        }
        switch (kind) {
            case ENV -> require(isVariable(target), target, "an environment variable's name", "env:DB_PASSWORD");
            case FILE -> require(target.startsWith("/"), target, "an absolute path", "file:/run/secrets/db");
            case CMD -> require(!target.isBlank(), target, "a command", "cmd:pass show db");
            case VALUE -> throw new IllegalArgumentException();
        }
    }

    private static void require(boolean holds, String target, String what, String example) {
        if (!holds) {
            throw Failure.usage("'" + target + "' is not " + what, "for example " + example);
        }
    }

    private static boolean isVariable(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /**
     * Reads {@code env:NAME}, {@code file:PATH} or {@code cmd:COMMAND}.
     *
     * @throws Failure USAGE when it is none of these
     */
    public static SecretReference parse(String text) {
        for (SecretKind kind : SecretKind.values()) {
            String prefix = kind + ":";
            if (kind != SecretKind.VALUE && text.startsWith(prefix)) {
                return new SecretReference(kind, text.substring(prefix.length()));
            }
        }
        // Not told what was given instead: it may be the secret itself.
        throw Failure.usage("this is not a reference", "a reference is env:NAME, file:PATH or cmd:COMMAND");
    }

    @Override
    public String toString() {
        return kind + ":" + target;
    }
}
