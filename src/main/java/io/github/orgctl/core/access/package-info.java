/** Services for members, invitations, tokens and questions about access. Used by the command line. */
package io.github.orgctl.core.access;
