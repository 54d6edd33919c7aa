/** What a store says about itself. */
package io.github.orgctl.core.model.store;
