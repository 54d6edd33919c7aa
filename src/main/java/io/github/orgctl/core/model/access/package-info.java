/** Members, invitations, tokens, and {@code Action}, the one table of rights. */
package io.github.orgctl.core.model.access;
