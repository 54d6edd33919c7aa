package io.github.orgctl.core.model.configuration;

/** What a secret is set to: a value to keep, or a reference to where the value is. */
public sealed interface SecretInput permits SecretValue, SecretReference {}
