package io.github.orgctl.core.configuration;

/**
 * What replacing the key of secrets came to.
 *
 * @param secrets how many were encrypted anew
 */
public record Rotation(long secrets) {}
