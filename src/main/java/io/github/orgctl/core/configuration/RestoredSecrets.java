package io.github.orgctl.core.configuration;

import io.github.orgctl.core.model.configuration.Key;
import java.util.List;

/**
 * A planned change that gives an environment what it had.
 *
 * @param lost the keys of secrets whose version is no longer kept, and which stay as they are
 */
public record RestoredSecrets(PendingUpdate update, List<Key> lost) {}
