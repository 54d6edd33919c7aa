package io.github.orgctl.core.model.promotion;

import io.github.orgctl.core.model.configuration.KeyChange;
import java.util.List;

/**
 * What differs between two environments or revisions.
 *
 * @param left how messages name the first, such as {@code acme/website:live}, or {@code acme/website:live@3} for a revision
 * @param right how messages name the second
 * @param changes that would make the first the second, in the order of the keys
 */
public record Comparison(String left, String right, List<KeyChange> changes) {}
