package io.github.orgctl.core.document;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Value;
import java.util.NavigableMap;

/**
 * What a document says about an environment. Null stands for what it doesn't mention, which stays as it is.
 *
 * @param configuration all its values
 * @param secrets all its secrets
 */
public record EnvironmentDocument(NavigableMap<Key, Value> configuration, NavigableMap<Key, SecretDocument> secrets) {}
