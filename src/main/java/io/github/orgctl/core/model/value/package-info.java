/**
 * Values used by all subjects: ids, slugs, names, times, pages, and {@code Failure}, the core's only exception. Depends
 * on Java only.
 */
package io.github.orgctl.core.model.value;
