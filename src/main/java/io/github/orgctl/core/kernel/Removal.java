package io.github.orgctl.core.kernel;

import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.Token;
import java.util.List;

/**
 * A removed member, with what was lost along with the membership.
 *
 * @param projects how many projects they had access to
 * @param tokens those they had made that were not revoked
 */
public record Removal(Member member, long projects, List<Token> tokens) {}
