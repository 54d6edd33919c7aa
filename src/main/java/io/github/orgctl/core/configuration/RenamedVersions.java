package io.github.orgctl.core.configuration;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.SecretMark;
import io.github.orgctl.core.model.configuration.SecretRename;
import io.github.orgctl.core.model.configuration.SecretVersion;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.port.Tx;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds versions of secrets at a revision whose keys were renamed later. The history tells the possible later keys, and
 * the digest identifies the version.
 */
final class RenamedVersions {
    private final Tx tx;
    private final SecretSeals seals;
    private final Environment environment;
    private final long revision;
    private List<SecretRename> renames;

    RenamedVersions(Tx tx, SecretSeals seals, Environment environment, long revision) {
        this.tx = tx;
        this.seals = seals;
        this.environment = environment;
        this.revision = revision;
    }

    /**
     * Finds the version with the given mark of a key.
     *
     * @return null if it is no longer stored
     */
    Secret find(Key key, SecretMark mark) {
        for (Key later : laterKeys(key)) {
            for (SecretVersion version : tx.secretVersions().all(environment.id(), later)) {
                Secret secret = version.secret();
                if (version.revision() <= revision
                        && seals.moved(environment, secret, key, secret.version())
                                .mark()
                                .equals(mark)) {
                    return secret;
                }
            }
        }
        return null;
    }

    private Set<Key> laterKeys(Key key) {
        if (renames == null) {
            renames = tx.secretVersions().renamesSince(environment.id(), revision);
        }
        Set<Key> keys = new LinkedHashSet<>();
        keys.add(key);
        for (SecretRename rename : renames) {
            if (keys.contains(rename.before())) {
                keys.add(rename.after());
            }
        }
        keys.remove(key);
        return keys;
    }
}
