/**
 * The encryption of secrets with Google Tink, and the sources of those that are kept elsewhere. Nothing else knows Tink,
 * and only commands that need a secret's value load this package.
 */
package io.github.orgctl.vault;
