package io.github.orgctl.core.importing;

import io.github.orgctl.core.access.IssuedInvitation;
import java.util.List;

/**
 * What an import of members came to.
 *
 * @param invitations of those who were no members before
 */
public record MemberImport(ImportSummary summary, List<IssuedInvitation> invitations) {}
