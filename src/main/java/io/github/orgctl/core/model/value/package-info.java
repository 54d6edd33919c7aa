/**
 * Values that every subject uses: ids, slugs, names, times, pages, and {@code Failure}, the core's one exception.
 * Depends on Java only.
 */
package io.github.orgctl.core.model.value;
