/** Search queries and results. */
package io.github.orgctl.core.model.search;
