package io.github.orgctl.core.port;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.SealedSecret;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.SecretChange;
import io.github.orgctl.core.model.configuration.SecretMark;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.value.Id;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;

/** Where the secrets of environments are kept: encrypted values, and references to values elsewhere. */
public interface SecretRepository {
    /** The environment's secrets as they are. */
    NavigableMap<Key, Secret> current(Id environmentId);

    /** The keys of the environment's secrets. */
    NavigableSet<Key> keys(Id environmentId);

    /** The environment's secret with this key, if it has one. */
    Optional<Secret> find(Id environmentId, Key key);

    /** What can be told of the secrets that the environment had with that revision, which is one it has had. */
    Map<Key, SecretMark> marksAt(Id environmentId, long revision);

    /**
     * Makes the changes, and keeps their marks in the history.
     *
     * @param environment with the revision that makes them, which is in the history already
     */
    void change(Environment environment, List<SecretChange> changes);

    /** Some encrypted value of the store, if it holds any, those of projects in the trash included. */
    Optional<SealedSecret> anySealed();

    /** Every encrypted value of the store, those of projects in the trash included. */
    List<SealedSecret> allSealed();

    /** How many encrypted values each organization has that has any, those of projects in the trash included. */
    Map<Id, Long> countSealed();

    /** Writes other texts for the same values. Makes no revision, since no value changes. */
    void reseal(List<SealedSecret> secrets);
}
