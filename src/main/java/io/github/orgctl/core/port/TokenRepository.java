package io.github.orgctl.core.port;

import io.github.orgctl.core.model.Id;
import io.github.orgctl.core.model.Token;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where API tokens are kept: everything but the text that proves them, of which there is a hash. */
public interface TokenRepository {
    /** The token whose text has this hash, ended or not. */
    Optional<Token> findByHash(String hash);

    /** Those that a member made and that can still be used, by name. */
    List<Token> usable(Id memberId, Instant now);
}
