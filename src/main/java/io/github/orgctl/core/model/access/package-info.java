/** Members, invitations, tokens, and {@code Action}, the table of permissions. */
package io.github.orgctl.core.model.access;
