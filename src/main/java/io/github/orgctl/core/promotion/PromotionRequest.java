package io.github.orgctl.core.promotion;

import io.github.orgctl.core.configuration.Edit;
import io.github.orgctl.core.model.configuration.Key;
import java.util.List;

/**
 * What to promote, with conflict resolutions.
 *
 * @param edit edit of the live environment
 * @param keys the only keys to promote; empty for all
 * @param take keys to take from the sandbox on conflict
 * @param keep keys to keep in live, whether in conflict or not
 */
public record PromotionRequest(Edit edit, List<Key> keys, List<Key> take, List<Key> keep) {}
