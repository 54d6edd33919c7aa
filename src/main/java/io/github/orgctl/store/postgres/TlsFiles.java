package io.github.orgctl.store.postgres;

import io.github.orgctl.core.model.value.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/** Reads certificate files in PEM or DER format. */
final class TlsFiles {
    private TlsFiles() {}

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw failure(file, " does not exist");
        } catch (IOException unreadable) {
            throw failure(file, " can't be read");
        }
    }

    /** The certificates in a file; at least one. */
    static X509Certificate[] certificates(Path file) {
        try {
            X509Certificate[] certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(bytes(file)))
                    .toArray(new X509Certificate[0]);
            if (certificates.length > 0) {
                return certificates;
            }
        } catch (CertificateException malformed) {
            // An empty file counts as invalid.
        }
        throw failure(file, " is not a certificate");
    }

    static Failure failure(Path file, String what) {
        return new Failure(Failure.Kind.FORBIDDEN, "no TLS connection: " + file + what, ConnectProblems.CHECK_TLS);
    }
}
