package io.github.orgctl.vault;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.SealedSecret;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.Vault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Encrypts with AES-256-GCM and keys from a file. */
public final class TinkVault implements Vault {
    private static final String HEX = "0123456789abcdef";

    private final KeysetFile file;
    private final boolean dryRun;
    private Keys keys;
    private Keys replaced;

    /**
     * @param file what holds the keys
     * @param dryRun whether the file is to be left alone
     */
    public TinkVault(Path file, boolean dryRun) {
        this.file = new KeysetFile(file.toAbsolutePath());
        this.dryRun = dryRun;
    }

    @Override
    public void makeKeysIfMissing() {
        if (keys == null) {
            keys = file.read();
        }
        if (keys == null) {
            keys = edited(present -> present == null ? Keys.generate() : present);
        }
    }

    @Override
    public void addKey() {
        Keys before = keys();
        keys = edited(present -> (present == null ? before : present).withNewKey());
        replaced = keys;
    }

    @Override
    public void forgetOldKeys() {
        if (replaced != null) {
            keys = edited(present -> present.without(replaced));
        }
    }

    @Override
    public SealedSecret seal(Id environmentId, Key key, String value) {
        try {
            byte[] sealed = keys().encrypt(value.getBytes(StandardCharsets.UTF_8), binding(environmentId, key));
            return new SealedSecret(environmentId, key, Base64.getEncoder().encodeToString(sealed));
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException("can't encrypt", exception);
        }
    }

    @Override
    public String open(SealedSecret secret) {
        try {
            byte[] sealed = Base64.getDecoder().decode(secret.text());
            byte[] value = keys().decrypt(sealed, binding(secret.environmentId(), secret.key()));
            return new String(value, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            throw new Failure(
                    Failure.Kind.DAMAGED,
                    "the secret '" + secret.key() + "' of the environment " + secret.environmentId()
                            + " can't be decrypted with " + file.path()
                            + ": it was encrypted with another keyset, or moved or changed in the store",
                    Advice.NAME_KEYSET.of(secret.key(), secret.environmentId()),
                    wrong);
        }
    }

    @Override
    public String digest(String value) {
        try {
            byte[] digest = keys().digest(value.getBytes(StandardCharsets.UTF_8));
            StringBuilder hex = new StringBuilder(2 * digest.length);
            for (byte b : digest) {
                hex.append(HEX.charAt(b >> 4 & 0xf)).append(HEX.charAt(b & 0xf));
            }
            return hex.toString();
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException("can't compute a digest", exception);
        }
    }

    /** Associated data of a ciphertext: decryption fails for another environment or key. Neither holds a slash. */
    private static byte[] binding(Id environmentId, Key key) {
        return (environmentId + "/" + key).getBytes(StandardCharsets.UTF_8);
    }

    private Keys keys() {
        if (keys == null) {
            keys = file.read();
        }
        if (keys == null) {
            throw new Failure(
                    Failure.Kind.DAMAGED,
                    "there is no keyset file " + file.path() + ", which is required to decrypt secrets",
                    "restore the keyset that encrypted the secrets, or choose it with ORGCTL_KEYSET");
        }
        return keys;
    }

    private Keys edited(KeysetFile.Edit edit) {
        try {
            return dryRun ? edit.of(keys) : file.edit(edit);
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException("can't generate keys", exception);
        }
    }
}
