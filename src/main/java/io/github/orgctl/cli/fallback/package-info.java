/** Encrypted snapshots of values, used when the store can't be reached. */
package io.github.orgctl.cli.fallback;
