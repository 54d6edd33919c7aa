/** Information about a store and operations on it. */
package io.github.orgctl.core.model.store;
