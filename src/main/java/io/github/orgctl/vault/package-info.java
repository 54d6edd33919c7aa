/**
 * Encryption of secrets with Google Tink, and sources of external secrets. Only this package uses Tink, and only
 * commands that need secret values load it.
 */
package io.github.orgctl.vault;
