package io.github.orgctl.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TLS with server and client certificates from a test authority. */
class PostgresTlsTest {
    @TempDir
    static Path shared;

    private static Authority authority;
    private static EmbeddedPostgres server;

    @TempDir
    Path folder;

    private CliHarness orgctl;

    @BeforeAll
    static void startServer() throws Exception {
        authority = Authority.in(shared.resolve("authority"));
        authority.certify("server", "localhost", "rsa:2048", 99);
        authority.certify("expired", "localhost", "rsa:2048", -1);
        authority.certify("client", "certified", "rsa:2048", 99);
        authority.certify("elliptic", "certified", "ec -pkeyopt ec_paramgen_curve:P-256", 99);
        Authority.in(shared.resolve("another")).certify("client", "certified", "rsa:2048", 99);
        Files.copy(authority.file("server.crt"), authority.file("used.crt"));
        Files.copy(authority.file("server.key"), authority.file("used.key"), StandardCopyOption.COPY_ATTRIBUTES);
        server = EmbeddedPostgres.builder()
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_ca_file", authority.file("ca.crt").toString())
                .setServerConfig("ssl_cert_file", authority.file("used.crt").toString())
                .setServerConfig("ssl_key_file", authority.file("used.key").toString())
                .start();
        sql("CREATE ROLE certified LOGIN", "CREATE ROLE bound LOGIN PASSWORD 'sesame'", "CREATE DATABASE teams");
        Path rules = Path.of(query("SHOW hba_file"));
        Files.writeString(
                rules, "hostssl all certified all cert\nhost all bound all scram-sha-256\n" + Files.readString(rules));
        reload();
    }

    @AfterAll
    static void stopServer() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void makeMachine() {
        orgctl = new CliHarness(folder);
    }

    private static void sql(String... commands) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private static String query(String select) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(select)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Makes the server reload its files, and waits until it has. */
    private static void reload() throws SQLException {
        String before = query("SELECT pg_conf_load_time()");
        sql("SELECT pg_reload_conf()");
        while (query("SELECT pg_conf_load_time()").equals(before)) {
            Thread.onSpinWait();
        }
    }

    private CliHarness.Outcome list(String user, String host, String options) {
        String address = "postgresql://" + user + "@" + host + ":" + server.getPort() + "/teams?" + options;
        orgctl.set("ORGCTL_STORE", address.replace("$DIR", shared.toString()));
        return orgctl.run("org", "list", "-o", "ids");
    }

    private void assertRefused(String user, String host, String options, String message) {
        CliHarness.Outcome outcome = list(user, host, options);
        assertThat(outcome.err()).contains(message).doesNotContain("sesame");
        assertThat(outcome.err().lines()).hasSizeLessThanOrEqualTo(2);
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(6);
    }

    private void assertTaken(String user, String host, String options) {
        CliHarness.Outcome outcome = list(user, host, options);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost,sslmode=verify-full&sslrootcert=$DIR/authority/ca.crt",
        "127.0.0.1,sslmode=verify-ca&sslrootcert=$DIR/authority/ca.crt",
        "localhost,sslmode=verify-full&sslnegotiation=direct&sslrootcert=$DIR/authority/ca.crt",
        "127.0.0.1,sslmode=require",
        "127.0.0.1,sslmode=prefer"
    })
    void aServerWithItsCertificateIsTaken(String host, String options) {
        assertTaken("postgres", host, options);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,$DIR/authority/ca.crt,its certificate is not for 127.0.0.1",
        "localhost,$DIR/another/ca.crt,its certificate is not signed by an authority in",
        "localhost,system,its certificate is not signed by an authority that Java trusts",
        "localhost,$DIR/none.crt,none.crt does not exist",
        "localhost,$DIR/authority/ca.key,ca.key is not a certificate"
    })
    void aServerThatCanNotBeTrustedIsRefused(String host, String rootCertificate, String message) {
        assertRefused("postgres", host, "sslmode=verify-full&sslrootcert=" + rootCertificate, message);
    }

    @Test
    void theAuthorityMayComeFromTheEnvironment() {
        orgctl.set("PGSSLMODE", "verify-full");
        orgctl.set("PGSSLROOTCERT", authority.file("ca.crt").toString());
        assertTaken("postgres", "localhost", "connect_timeout=20");
        assertRefused("postgres", "127.0.0.1", "connect_timeout=20", "is not for 127.0.0.1");
    }

    @Test
    void theAuthorityMayBeWherePsqlLooksForIt() throws IOException {
        String options = "sslmode=verify-full";
        assertRefused("postgres", "localhost", options, "root.crt does not exist");
        Path file = orgctl.home().resolve(".postgresql/root.crt");
        Files.createDirectories(file.getParent());
        Files.copy(authority.file("ca.crt"), file);
        assertTaken("postgres", "localhost", options);
    }

    @Test
    void anExpiredCertificateIsRefused() throws Exception {
        use("expired");
        try {
            String options = "sslmode=verify-full&sslrootcert=$DIR/authority/ca.crt";
            assertRefused("postgres", "localhost", options, "its certificate expired");
        } finally {
            use("server");
        }
    }

    private static void use(String name) throws Exception {
        use(authority.folder(), name);
    }

    private static void use(Path from, String name) throws Exception {
        for (String end : new String[] {".crt", ".key"}) {
            Files.copy(
                    from.resolve(name + end),
                    authority.file("used" + end),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
        reload();
    }

    /** The commands in docs/shared-store.md create an authority whose servers are trusted. */
    @Test
    void theGuidesAuthorityIsTrusted() throws Exception {
        Matcher block = Pattern.compile("(?ms)^```sh\\n(openssl .*?)^```")
                .matcher(Files.readString(Path.of("docs/shared-store.md")));
        assertThat(block.find()).isTrue();
        Process shell = new ProcessBuilder("sh", "-ec", block.group(1).replace("db.example.com", "localhost"))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(output).isZero();
        use(folder, "server");
        try {
            String root = "sslmode=verify-full&sslrootcert=" + folder.resolve("ca.crt");
            assertTaken("postgres", "localhost", root);
            assertRefused("postgres", "127.0.0.1", root, "its certificate is not for 127.0.0.1");
        } finally {
            use("server");
        }
    }

    @Test
    void theLoginIsBoundToTheCertificate() {
        orgctl.set("PGPASSWORD", "sesame");
        String options = "&channel_binding=require&sslrootcert=$DIR/authority/ca.crt";
        assertTaken("bound", "localhost", "sslmode=verify-full" + options);
        assertRefused("bound", "localhost", "sslmode=disable" + options, "Channel Binding is required");
    }

    // Clients

    @ParameterizedTest
    @CsvSource({
        "client,pkey -in client.key -out NAME",
        "client,rsa -in client.key -traditional -out NAME",
        "client,pkcs8 -topk8 -nocrypt -in client.key -outform DER -out NAME",
        "client,pkcs8 -topk8 -in client.key -passout pass:sesame -out NAME",
        "client,pkcs8 -topk8 -in client.key -passout pass:sesame -outform DER -out NAME",
        "elliptic,pkey -in elliptic.key -out NAME",
        "elliptic,ec -in elliptic.key -out NAME",
        "elliptic,pkcs8 -topk8 -nocrypt -in elliptic.key -outform DER -out NAME"
    })
    void aKeyIsReadWhateverItsFormAndItsName(String certificate, String command) throws Exception {
        for (String name : new String[] {"x.key", "x.pem", "x.pk8", "x.der", "x"}) {
            Files.deleteIfExists(authority.file(name));
            authority.openssl(command.replace("NAME", name).split(" "));
            String options = "sslmode=verify-full&sslrootcert=$DIR/authority/ca.crt&sslpassword=sesame&sslcert="
                    + authority.file(certificate + ".crt") + "&sslkey=" + authority.file(name);
            assertTaken("certified", "localhost", options);
        }
    }

    @Test
    void aCertificateMayBeInBinaryForm() throws Exception {
        authority.openssl("x509", "-in", "client.crt", "-outform", "DER", "-out", "client.der");
        authority.openssl("x509", "-in", "ca.crt", "-outform", "DER", "-out", "ca.der");
        assertTaken(
                "certified",
                "localhost",
                "sslmode=verify-full&sslrootcert=$DIR/authority/ca.der&sslcert=$DIR/authority/client.der"
                        + "&sslkey=$DIR/authority/client.key");
    }

    @ParameterizedTest
    @CsvSource({
        "sslcert=$DIR/none.crt&sslkey=$DIR/authority/client.key,none.crt does not exist",
        "sslcert=$DIR/authority/client.crt&sslkey=$DIR/none.key,none.key does not exist",
        "sslcert=$DIR/authority/client.key&sslkey=$DIR/authority/client.key,client.key is not a certificate",
        "sslcert=$DIR/authority/client.crt&sslkey=$DIR/authority/client.crt,client.crt is not a private key",
        "sslcert=$DIR/authority/client.crt&sslkey=$DIR/authority/ca.key,is not the key of",
        "sslcert=$DIR/another/client.crt&sslkey=$DIR/another/client.key,the client's certificate",
        "connect_timeout=20,refuses the login of certified"
    })
    void aClientThatIsNotCertifiedIsRefused(String options, String message) {
        // In TLS 1.3 it depends on timing whether the client sees the server's alert or only the closed connection.
        String all = "sslmode=verify-full&sslrootcert=$DIR/authority/ca.crt&" + options;
        assertRefused("certified", "localhost", all, message);
    }

    @Test
    void theKeysPasswordIsNeededAndSaid() throws Exception {
        authority.openssl("pkcs8 -topk8 -in client.key -passout pass:open -out locked.key".split(" "));
        String options = "sslmode=verify-full&sslrootcert=$DIR/authority/ca.crt&sslcert=$DIR/authority/client.crt"
                + "&sslkey=$DIR/authority/locked.key";
        assertRefused("certified", "localhost", options, "locked.key is encrypted");
        assertRefused("certified", "localhost", options + "&sslpassword=sesame", "sslpassword");
    }

    @Test
    void aKeyThatOthersCanReadIsNotUsed() throws Exception {
        authority.openssl("pkey -in client.key -out open.key".split(" "));
        Files.setPosixFilePermissions(authority.file("open.key"), PosixFilePermissions.fromString("rw-r--r--"));
        String options = "sslmode=verify-full&sslrootcert=$DIR/authority/ca.crt&sslcert=$DIR/authority/client.crt"
                + "&sslkey=$DIR/authority/open.key";
        assertRefused("certified", "localhost", options, "other users can read");
    }
}
