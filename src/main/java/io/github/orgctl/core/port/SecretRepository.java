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
import java.util.Set;

/** Stores the secrets of environments: encrypted values and references to external values. */
public interface SecretRepository {
    /** Current secrets of the environment. */
    NavigableMap<Key, Secret> current(Id environmentId);

    /** Keys of the environment's secrets. */
    NavigableSet<Key> keys(Id environmentId);

    /** The current secret of a key, if any. */
    Optional<Secret> find(Id environmentId, Key key);

    /** Marks of the secrets at an existing revision of the environment. */
    Map<Key, SecretMark> marksAt(Id environmentId, long revision);

    /**
     * Applies changes, and keeps earlier versions and the marks for the history.
     *
     * @param environment the environment with the new revision, which is already in the history
     */
    void change(Environment environment, List<SecretChange> changes);

    /** Environments with encrypted values, including those of projects in the trash. */
    List<Id> environmentsWithValues();

    /** Any encrypted value of the store, including projects in the trash. */
    Optional<SealedSecret> anySealed();

    /** All encrypted values of the store, including projects in the trash. */
    List<SealedSecret> allSealed();

    /** Ids of the keys that the store's values are encrypted with. */
    Set<Long> encryptionKeys();

    /**
     * Number of encrypted values by organization, including projects in the trash; organizations without any are
     * omitted.
     */
    Map<Id, Long> countSealed();

    /** Replaces the ciphertexts of unchanged values. Creates no revision. */
    void reseal(List<SealedSecret> secrets);
}
