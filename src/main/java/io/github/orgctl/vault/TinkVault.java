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

/** Encrypts with AES-256-GCM and the keys of a keyset file. */
public final class TinkVault implements Vault {
    private static final String HEX = "0123456789abcdef";

    private final KeysetFile file;
    private final boolean dryRun;
    private Keys keys;
    private Keys replaced;

    /**
     * @param file keyset file
     * @param dryRun whether to leave the file unchanged
     */
    public TinkVault(Path file, boolean dryRun) {
        this(new KeysetFile(file.toAbsolutePath()), dryRun);
    }

    private TinkVault(KeysetFile file, boolean dryRun) {
        this.file = file;
        this.dryRun = dryRun;
    }

    /**
     * Returns the same vault for another transaction. Keys created in one of them are shared by all, so that applying a
     * plan produces what the plan showed.
     */
    public TinkVault again(boolean anotherDryRun) {
        return new TinkVault(file, anotherDryRun);
    }

    @Override
    public void makeKeysIfMissing() {
        if (keys == null) {
            keys = file.read();
        }
        if (keys == null) {
            keys = edited(present -> present == null ? file.generated() : present);
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
    public SealedSecret seal(Id environmentId, Key key, long version, String value) {
        try {
            byte[] binding = bytes(binding(environmentId, key) + "/" + version);
            byte[] sealed = keys().encrypt(bytes(value), binding);
            return new SealedSecret(
                    environmentId,
                    key,
                    version,
                    SealedSecret.VERSIONED + Base64.getEncoder().encodeToString(sealed));
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException("can't encrypt", exception);
        }
    }

    @Override
    public String open(SealedSecret secret) {
        try {
            boolean versioned = secret.text().startsWith(SealedSecret.VERSIONED);
            String text = secret.text().substring(versioned ? SealedSecret.VERSIONED.length() : 0);
            String binding = binding(secret.environmentId(), secret.key()) + (versioned ? "/" + secret.version() : "");
            byte[] value = keys().decrypt(Base64.getDecoder().decode(text), bytes(binding));
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
    public String digest(Id environmentId, Key key, String value) {
        try {
            byte[] digest = keys().digest(bytes(binding(environmentId, key) + "/" + value));
            StringBuilder hex = new StringBuilder(2 * digest.length);
            for (byte b : digest) {
                hex.append(HEX.charAt(b >> 4 & 0xf)).append(HEX.charAt(b & 0xf));
            }
            return hex.toString();
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException("can't compute a digest", exception);
        }
    }

    @Override
    public byte[] encrypt(byte[] content, byte[] boundTo) {
        if (keys == null) {
            keys = file.read();
        }
        if (keys == null) {
            throw new Failure(
                    Failure.Kind.NOT_FOUND,
                    "there is no keyset file " + file.path() + " to encrypt with",
                    "set a secret, which creates one, or choose another with ORGCTL_KEYSET");
        }
        try {
            return keys.encrypt(content, boundTo);
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException("can't encrypt", exception);
        }
    }

    @Override
    public byte[] decrypt(byte[] sealed, byte[] boundTo) {
        try {
            return keys().decrypt(sealed, boundTo);
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            return null;
        }
    }

    /**
     * Associated data of a ciphertext, without its version: decryption fails for another environment or key. Neither
     * part contains a slash.
     */
    private static String binding(Id environmentId, Key key) {
        return environmentId + "/" + key;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Keys keys() {
        if (keys == null) {
            keys = file.read();
        }
        if (keys == null) {
            keys = file.generatedBefore();
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
