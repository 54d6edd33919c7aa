package io.github.orgctl.core;

/**
 * What replacing the key of secrets came to.
 *
 * @param secrets how many were encrypted anew
 */
public record Rotation(long secrets) {}
