package io.github.orgctl.core.model.configuration;

import io.github.orgctl.core.model.value.Description;
import java.time.Instant;
import java.util.List;

/**
 * One change of an environment.
 *
 * @param number what the environment's revision became with it, at least 2, since 1 is the empty environment
 * @param at to the millisecond
 * @param actor who made it
 * @param message why, in their words; may be empty
 * @param keys those of values and secrets that it changed, in their order
 */
public record Revision(long number, Instant at, String actor, Description message, List<Key> keys) {}
