package io.github.orgctl.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.security.GeneralSecurityException;

/**
 * The keys of a keyset file: encryption keys, of which the newest encrypts, and a digest key, which never changes so
 * that digests in the history stay comparable. Immutable.
 */
final class Keys {
    private static final String SEALING = "sealing";
    private static final String DIGEST = "digest";
    private static final int KEY_BYTES = 32;
    private static final int DIGEST_BYTES = 32;

    private final KeysetHandle sealing;
    private final KeysetHandle digesting;

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Keys(KeysetHandle sealing, KeysetHandle digesting) {
        this.sealing = sealing;
        this.digesting = digesting;
    }

    /** Generates random keys. */
    static Keys generate() throws GeneralSecurityException {
        HmacPrfParameters parameters = HmacPrfParameters.builder()
                .setKeySizeBytes(KEY_BYTES)
                .setHashType(HmacPrfParameters.HashType.SHA256)
                .build();
        KeysetHandle digesting = KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.generateEntryFromParameters(parameters)
                        .withRandomId()
                        .makePrimary())
                .build();
        return new Keys(withNewest(KeysetHandle.newBuilder()), digesting);
    }

    /**
     * @throws GeneralSecurityException if the text is malformed
     */
    static Keys parse(String json) throws GeneralSecurityException {
        try {
            JsonObject object = JsonParser.parseString(json).getAsJsonObject();
            return new Keys(keyset(object, SEALING), keyset(object, DIGEST));
        } catch (JsonParseException | IllegalStateException | NullPointerException malformed) {
            throw new GeneralSecurityException("not a keyset", malformed);
        }
    }

    private static KeysetHandle keyset(JsonObject object, String name) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                object.get(name).toString(), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }

    /** The keys in plain text, to be written to the keyset file only. */
    String json() throws GeneralSecurityException {
        JsonObject object = new JsonObject();
        add(object, SEALING, sealing);
        add(object, DIGEST, digesting);
        return object + "\n";
    }

    private static void add(JsonObject object, String name, KeysetHandle handle) throws GeneralSecurityException {
        String json = TinkJsonProtoKeysetFormat.serializeKeyset(
                handle, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        object.add(name, JsonParser.parseString(json));
    }

    /** Returns a copy with a new encryption key, which becomes the active one. */
    Keys withNewKey() throws GeneralSecurityException {
        return new Keys(withNewest(KeysetHandle.newBuilder(sealing)), digesting);
    }

    private static KeysetHandle withNewest(KeysetHandle.Builder builder) throws GeneralSecurityException {
        return builder.addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
    }

    /** Returns a copy without the keys of {@code old}, except for the newest key. */
    Keys without(Keys old) throws GeneralSecurityException {
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(sealing);
        for (int i = builder.size() - 1; i >= 0; i--) {
            int id = sealing.getAt(i).getId();
            if (id != sealing.getPrimary().getId() && old.hasOld(id)) {
                builder.deleteAt(i);
            }
        }
        return new Keys(builder.build(), digesting);
    }

    private boolean hasOld(int id) {
        for (int i = 0; i < sealing.size(); i++) {
            if (sealing.getAt(i).getId() == id) {
                return id != sealing.getPrimary().getId();
            }
        }
        return false;
    }

    byte[] encrypt(byte[] plain, byte[] boundTo) throws GeneralSecurityException {
        return sealing.getPrimitive(RegistryConfiguration.get(), Aead.class).encrypt(plain, boundTo);
    }

    byte[] decrypt(byte[] sealed, byte[] boundTo) throws GeneralSecurityException {
        return sealing.getPrimitive(RegistryConfiguration.get(), Aead.class).decrypt(sealed, boundTo);
    }

    byte[] digest(byte[] plain) throws GeneralSecurityException {
        return digesting.getPrimitive(RegistryConfiguration.get(), PrfSet.class).computePrimary(plain, DIGEST_BYTES);
    }
}
