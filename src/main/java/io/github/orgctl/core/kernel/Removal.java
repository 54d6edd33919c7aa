package io.github.orgctl.core.kernel;

import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.Token;
import java.util.List;

/**
 * A removed member, and what the removal affected.
 *
 * @param projects number of projects that they had access to
 * @param tokens tokens created by them that were not yet revoked
 */
public record Removal(Member member, long projects, List<Token> tokens) {}
