package io.github.orgctl.core.model.configuration;

/** New content of a secret: a value, a template for it, or a reference to the value. */
public sealed interface SecretInput permits SecretValue, SecretTemplate, SecretReference {}
