package io.github.orgctl.core.port;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.SealedSecret;
import io.github.orgctl.core.model.value.Id;

/**
 * Encrypts and decrypts secrets with keys that are stored separately from the store.
 *
 * <p>Every method throws a {@link io.github.orgctl.core.model.value.Failure}: DAMAGED if the keys are missing,
 * malformed or readable by others; IO if they can't be read or written.
 */
public interface Vault {
    /** Creates keys if there are none. Only for a store without encrypted values. */
    void makeKeysIfMissing();

    /** Encrypts a value, bound to its environment, key and version as associated data. */
    SealedSecret seal(Id environmentId, Key key, long version, String value);

    /**
     * @throws io.github.orgctl.core.model.value.Failure DAMAGED if the value was encrypted with other keys, or for
     *     another environment, key or version, or was modified
     */
    String open(SealedSecret secret);

    /**
     * A keyed digest in hex. Digests are equal only for equal values of the same key and environment, and can't be
     * computed without the vault's keys.
     */
    String digest(Id environmentId, Key key, String value);

    /**
     * Encrypts content that is kept outside the store.
     *
     * @param boundTo associated data, which must start with the name of what it is
     * @throws io.github.orgctl.core.model.value.Failure NOT_FOUND if there are no keys
     */
    byte[] encrypt(byte[] content, byte[] boundTo);

    /**
     * Decrypts what {@link #encrypt} returned.
     *
     * @return null if it was encrypted with other keys or for other associated data, or was modified
     */
    byte[] decrypt(byte[] sealed, byte[] boundTo);

    /** Creates a new encryption key and makes it active. Earlier keys still decrypt. */
    void addKey();

    /**
     * Removes the keys that were active before {@link #addKey}, if it was called. Values still encrypted with them are
     * lost.
     */
    void forgetOldKeys();
}
