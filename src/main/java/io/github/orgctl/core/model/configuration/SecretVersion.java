package io.github.orgctl.core.model.configuration;

import java.time.Instant;

/**
 * One version of a secret.
 *
 * @param current whether it is the one in use
 * @param revision the revision of the environment that made it
 * @param at when; null where that revision has no record
 * @param actor who made it; null where that revision has no record
 */
public record SecretVersion(Secret secret, boolean current, long revision, Instant at, String actor) {
    public long number() {
        return secret.version();
    }
}
