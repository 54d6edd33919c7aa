/**
 * The core's ports: the store with its repositories, the vault, the schema reader, and sources of ids and credentials.
 * Implemented by {@code store}, {@code vault}, {@code schema} and {@code cli}.
 */
package io.github.orgctl.core.port;
