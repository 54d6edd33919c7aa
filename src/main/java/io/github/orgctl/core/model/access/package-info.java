/** Members, invitations, tokens, and {@code Action}, the one table of permissions. */
package io.github.orgctl.core.model.access;
