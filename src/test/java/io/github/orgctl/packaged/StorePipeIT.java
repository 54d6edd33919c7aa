package io.github.orgctl.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups between processes. */
class StorePipeIT {
    private static final long LIMIT_SECONDS = 60;

    @TempDir
    Path scratch;

    private static boolean isEmpty(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    @Test
    void ctrlCLeavesNothingOfARestore() throws Exception {
        Installation orgctl = Installation.archived(scratch.toRealPath());
        orgctl.must("org", "create", "Acme");
        orgctl.must("project", "create", "Website", "--org", "acme");
        byte[] dump = orgctl.must("store", "backup", "-").out().getBytes(StandardCharsets.UTF_8);
        Path temporary = Files.createDirectory(scratch.resolve("temporary"));
        orgctl.env.put("TMPDIR", temporary.toString());
        Path store = scratch.resolve("to.db");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        orgctl.home.resolve("bin/orgctl").toString(), "store", "restore", "-", "--store", "" + store))
                .directory(scratch.toFile());
        builder.environment().clear();
        builder.environment().putAll(orgctl.env);
        Process process = builder.start();
        try (OutputStream pipe = process.getOutputStream()) {
            pipe.write(dump, 0, dump.length / 2);
            pipe.flush();
            while (process.isAlive() && isEmpty(temporary)) {
                Thread.onSpinWait();
            }
            String kill = "kill -s INT " + process.pid();
            assertThat(new ProcessBuilder("/bin/sh", "-c", kill).start().waitFor())
                    .isZero();
            assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(isEmpty(temporary)).isTrue();
        assertThat(store).doesNotExist();
    }
}
