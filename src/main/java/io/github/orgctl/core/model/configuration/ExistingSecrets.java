package io.github.orgctl.core.model.configuration;

/** What an import does with secrets that exist with another value. */
public enum ExistingSecrets {
    REFUSE,
    SKIP,
    OVERWRITE
}
