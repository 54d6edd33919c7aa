package io.github.orgctl.core.importing;

import io.github.orgctl.core.access.IssuedInvitation;
import java.util.List;

/**
 * Result of an import of members.
 *
 * @param invitations invitations for people who were not members
 */
public record MemberImport(ImportSummary summary, List<IssuedInvitation> invitations) {}
