package io.github.orgctl.core.document;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Value;
import java.util.NavigableMap;

/**
 * The part of a document that describes an environment. Null means not mentioned, and therefore unchanged.
 *
 * @param configuration all values
 * @param secrets all secrets
 */
public record EnvironmentDocument(NavigableMap<Key, Value> configuration, NavigableMap<Key, SecretDocument> secrets) {}
