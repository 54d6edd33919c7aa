package io.github.orgctl.store.postgres;

import io.github.orgctl.core.model.value.Failure;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;
import org.postgresql.util.GT;

/** Translates TLS errors: why a connection can't be encrypted, or why its server is not trusted. */
final class TlsProblems {
    private static final String ALERT = "Received fatal alert: ";

    private TlsProblems() {}

    /**
     * Returns null if the error is not a TLS error.
     *
     * @throws Failure FORBIDDEN if a certificate or key file is invalid
     */
    static String reason(SQLException problem, PostgresAddress address, PostgresAddress.Host host) {
        // The driver has no code for these errors, only localized texts.
        if (GT.tr("The server does not support SSL.").equals(problem.getMessage())) {
            return "it does not support TLS";
        }
        String words = "The hostname {0} could not be verified by hostnameverifier {1}.";
        if (GT.tr(words, host.name(), "PgjdbcHostnameVerifier").equals(problem.getMessage())) {
            return "its certificate is not for " + host.name();
        }
        boolean tls = false;
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof Failure failure) {
                throw failure;
            }
            if (cause instanceof EOFException || cause instanceof SocketException) {
                return isOfClient(cause, address) ? "it may not accept the client's certificate" : null;
            }
            String known = ofCertificate(cause, address);
            if (known != null) {
                return known;
            }
            tls |= cause instanceof SSLException || cause instanceof GeneralSecurityException;
        }
        return tls ? alert(ConnectProblems.reason(problem)) : null;
    }

    /**
     * In TLS 1.3 a client may send data before the server has verified its certificate; the server then closes the
     * connection.
     */
    private static boolean isOfClient(Throwable cause, PostgresAddress address) {
        return !(cause instanceof ConnectException) && address.get(PostgresOption.SSL_CERTIFICATE) != null;
    }

    private static String ofCertificate(Throwable cause, PostgresAddress address) {
        if (cause instanceof CertificateExpiredException) {
            return "its certificate expired";
        }
        if (cause instanceof CertificateNotYetValidException) {
            return "its certificate is not valid yet";
        }
        boolean path = cause instanceof CertPathBuilderException || cause instanceof CertPathValidatorException;
        if (!path || cause.getCause() != null) {
            return null;
        }
        String root = address.get(PostgresOption.SSL_ROOT_CERTIFICATE);
        String authority = PostgresOption.SYSTEM.equals(root)
                ? "that Java trusts"
                : "in " + (root == null ? "~/.postgresql/root.crt" : root);
        return "its certificate is not signed by an authority " + authority;
    }

    private static String alert(String message) {
        return message != null && message.startsWith(ALERT)
                ? "it refuses the client's certificate (" + message.substring(ALERT.length()) + ")"
                : message;
    }
}
