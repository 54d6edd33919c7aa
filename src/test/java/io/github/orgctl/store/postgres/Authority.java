package io.github.orgctl.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A certificate authority for tests, created with openssl in a directory. */
record Authority(Path folder) {
    private static final Path OPENSSL = Path.of("/usr/bin/openssl");

    /**
     * Creates an authority with the certificate {@code ca.crt}. Skips the test if openssl is not installed; in CI it
     * must be.
     */
    static Authority in(Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(OPENSSL) || System.getenv("CI") != null, "needs openssl");
        Authority authority = new Authority(Files.createDirectories(folder));
        authority.openssl(
                "req -x509 -newkey rsa:2048 -nodes -days 99 -subj /CN=Authority -keyout ca.key -out ca.crt".split(" "));
        return authority;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Creates the key NAME.key and its certificate NAME.crt. */
    void certify(String name, String subject, String algorithm, int days) throws IOException, InterruptedException {
        List<String> request = new ArrayList<>(List.of("req", "-newkey"));
        request.addAll(List.of(algorithm.split(" ")));
        request.addAll(List.of("-nodes", "-subj", "/CN=" + subject, "-addext", "subjectAltName=DNS:" + subject));
        request.addAll(List.of("-keyout", name + ".key", "-out", name + ".csr"));
        openssl(request.toArray(new String[0]));
        openssl(
                "x509",
                "-req",
                "-in",
                name + ".csr",
                "-CA",
                "ca.crt",
                "-CAkey",
                "ca.key",
                "-CAcreateserial",
                "-copy_extensions",
                "copy",
                "-days",
                Integer.toString(days),
                "-out",
                name + ".crt");
    }

    void openssl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(OPENSSL.toString()));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(command + ": " + output).isZero();
    }
}
