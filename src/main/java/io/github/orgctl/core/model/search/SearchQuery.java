package io.github.orgctl.core.model.search;

import io.github.orgctl.core.model.configuration.KeyPattern;
import io.github.orgctl.core.model.organization.Mode;

/**
 * What to search for: a text anywhere, or keys and values.
 *
 * @param text matched against names, slugs, e-mail addresses, keys, values and notes; null if keys or values are
 *     searched
 * @param key pattern for keys, or null for any
 * @param value text that values must contain, or null for any
 * @param mode the only mode to search, or null for everything
 */
public record SearchQuery(SearchText text, KeyPattern key, SearchText value, Mode mode) {}
