package io.github.orgctl.core.port;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.SealedSecret;
import io.github.orgctl.core.model.value.Id;

/**
 * Encrypts and decrypts secrets, with keys that it keeps apart from the store.
 *
 * <p>Every method throws a {@link io.github.orgctl.core.model.value.Failure}: DAMAGED when the keys are missing, malformed or
 * readable by others, IO when they can't be read or written.
 */
public interface Vault {
    /** Makes keys if there are none. Only for a store that holds nothing encrypted yet. */
    void makeKeysIfMissing();

    /** Encrypts a value, so that it can be decrypted for this environment and key only. */
    SealedSecret seal(Id environmentId, Key key, String value);

    /**
     * @throws io.github.orgctl.core.model.value.Failure DAMAGED when it was encrypted with other keys, or for another
     *     environment or key, or changed since
     */
    String open(SealedSecret secret);

    /** A digest in hex that is the same for equal values only, and that nobody can compute without the keys. */
    String digest(String value);

    /** Makes a new key that encrypts from now on. Earlier ones still decrypt. */
    void addKey();

    /**
     * Takes the keys away that encrypted before {@link #addKey}, if it was called. What is still encrypted with them is
     * lost.
     */
    void forgetOldKeys();
}
