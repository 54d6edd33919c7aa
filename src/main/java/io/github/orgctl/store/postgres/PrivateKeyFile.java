package io.github.orgctl.store.postgres;

import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A private key file in PEM or DER format: PKCS #8, encrypted or not, or the older RSA and elliptic-curve formats. */
final class PrivateKeyFile {
    private static final String BEGIN = "-----BEGIN ";
    private static final List<String> PBES2 = List.of("PBES2", "1.2.840.113549.1.5.13");
    private static final String[] ALGORITHMS = {"RSA", "EC", "EdDSA"};

    private final Path file;
    private final String password;

    private PrivateKeyFile(Path file, String password) {
        this.file = file;
        this.password = password;
    }

    /**
     * @param password null if the file needs none
     * @throws Failure FORBIDDEN if the file can't be read, is readable by others, or does not match the certificate
     */
    static PrivateKey read(Path file, String password, X509Certificate certificate) {
        PrivateKey key = new PrivateKeyFile(file, password).key(binary(TlsFiles.bytes(file)));
        rejectReadable(file);
        if (!fits(key, certificate)) {
            throw TlsFiles.failure(file, " is not the key of the client's certificate");
        }
        return key;
    }

    private static void rejectReadable(Path file) {
        try {
            if (PasswordFile.OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                return;
            }
        } catch (IOException | UnsupportedOperationException unknown) {
            return;
        }
        throw new Failure(
                Failure.Kind.FORBIDDEN, "no TLS connection: other users can read the key " + file, "chmod 600 " + file);
    }

    /** The first key of a PEM file, or the file itself if it is DER. */
    private static byte[] binary(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int label = text.indexOf("PRIVATE KEY-----");
        int begin = label < 0 ? -1 : text.lastIndexOf(BEGIN, label);
        int from = begin < 0 ? -1 : text.indexOf('\n', label);
        int to = from < 0 ? -1 : text.indexOf("-----END", from);
        if (to < 0) {
            return bytes;
        }
        try {
            return Base64.getMimeDecoder().decode(text.substring(from, to));
        } catch (IllegalArgumentException malformed) {
            return bytes;
        }
    }

    private PrivateKey key(byte[] bytes) {
        byte[][] forms = {bytes, Der.rsaKey(bytes), Der.ellipticKey(bytes)};
        for (byte[] form : forms) {
            PrivateKey key = form == null ? null : plain(form);
            if (key != null) {
                return key;
            }
        }
        EncryptedPrivateKeyInfo encrypted = encrypted(bytes);
        if (encrypted == null) {
            throw TlsFiles.failure(file, " is not a private key");
        }
        if (password == null) {
            throw TlsFiles.failure(file, " is encrypted: set its password with sslpassword");
        }
        PrivateKey key = decrypted(encrypted);
        if (key == null) {
            throw TlsFiles.failure(file, " can't be decrypted with the password that sslpassword sets");
        }
        return key;
    }

    private static PrivateKey plain(byte[] bytes) {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
            } catch (GeneralSecurityException another) {
                // Try the next block.
            }
        }
        return null;
    }

    private static EncryptedPrivateKeyInfo encrypted(byte[] bytes) {
        try {
            return new EncryptedPrivateKeyInfo(bytes);
        } catch (IOException | RuntimeException another) {
            return null;
        }
    }

    private PrivateKey decrypted(EncryptedPrivateKeyInfo encrypted) {
        try {
            // For PBES2, the actual algorithms are in the parameters.
            boolean composed = PBES2.contains(encrypted.getAlgName());
            String scheme = composed ? encrypted.getAlgParameters().toString() : encrypted.getAlgName();
            Cipher cipher = Cipher.getInstance(scheme);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(scheme).generateSecret(new PBEKeySpec(password.toCharArray())),
                    encrypted.getAlgParameters());
            return plain(encrypted.getKeySpec(cipher).getEncoded());
        } catch (GeneralSecurityException wrong) {
            return null;
        }
    }

    private static boolean fits(PrivateKey key, X509Certificate certificate) {
        String algorithm =
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> key.getAlgorithm();
                };
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update((byte) 1);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update((byte) 1);
            return signature.verify(signed);
        } catch (GeneralSecurityException another) {
            return false;
        }
    }
}
