package io.github.orgctl.core.promotion;

import io.github.orgctl.core.configuration.Edit;
import io.github.orgctl.core.model.configuration.Key;
import java.util.List;

/**
 * What is to be promoted, and what was decided about it beforehand.
 *
 * @param edit of the live environment
 * @param keys the only keys to look at, or none for all
 * @param take conflicts that the sandbox wins
 * @param keep keys that live keeps, conflicts or not
 */
public record PromotionRequest(Edit edit, List<Key> keys, List<Key> take, List<Key> keep) {}
