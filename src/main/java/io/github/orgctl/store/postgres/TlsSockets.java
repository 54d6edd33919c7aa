package io.github.orgctl.store.postgres;

import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Properties;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.postgresql.ssl.NonValidatingFactory;
import org.postgresql.ssl.WrappedFactory;

/**
 * TLS socket factory for the driver. Uses the same certificates and keys as {@code psql} and recognizes their format by
 * content, while the driver relies on file names. The driver instantiates it by class name with the connection's
 * properties once a server offers TLS.
 */
public final class TlsSockets extends WrappedFactory {
    /** Property with the directory of the default certificates. */
    static final String FOLDER = "orgctl.tls";

    private static final String ALIAS = "client";

    private final Properties properties;

    /**
     * @throws Failure FORBIDDEN if a certificate or key file is invalid
     */
    public TlsSockets(Properties properties) {
        this.properties = properties;
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(), authorities(), null);
            factory = context.getSocketFactory();
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns null if there is no client certificate. */
    private KeyManager[] keys() throws IOException, GeneralSecurityException {
        Path certificate = file(PostgresOption.SSL_CERTIFICATE, "postgresql.crt");
        Path key = file(PostgresOption.SSL_KEY, "postgresql.key");
        boolean named = properties.containsKey(PostgresOption.SSL_CERTIFICATE.property());
        if (!named && !(certificate.toFile().exists() && key.toFile().exists())) {
            return null;
        }
        X509Certificate[] chain = TlsFiles.certificates(certificate);
        String password = properties.getProperty(PostgresOption.SSL_PASSWORD.property());
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(ALIAS, PrivateKeyFile.read(key, password, chain[0]), new char[0], chain);
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, new char[0]);
        return managers.getKeyManagers();
    }

    /**
     * The certificate authorities: Java's if the URL says so. Like {@code psql}, uses an explicitly named file even if
     * verification is not required.
     */
    private TrustManager[] authorities() throws IOException, GeneralSecurityException {
        String named = properties.getProperty(PostgresOption.SSL_ROOT_CERTIFICATE.property());
        if (PostgresOption.SYSTEM.equals(named)) {
            return null;
        }
        String mode = properties.getProperty(PostgresOption.SSL_MODE.property(), "prefer");
        if (!mode.startsWith("verify") && !(mode.equals("require") && named != null)) {
            return new TrustManager[] {new NonValidatingFactory.NonValidatingTM()};
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (X509Certificate root : TlsFiles.certificates(file(PostgresOption.SSL_ROOT_CERTIFICATE, "root.crt"))) {
            store.setCertificateEntry(root.getSubjectX500Principal() + " " + store.size(), root);
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        return managers.getTrustManagers();
    }

    private Path file(PostgresOption option, String name) {
        String named = properties.getProperty(option.property());
        return named == null ? Path.of(properties.getProperty(FOLDER), name) : Path.of(named);
    }
}
