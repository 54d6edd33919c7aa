package io.github.orgctl.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.bench.AuditBench;
import io.github.orgctl.packaged.Installation.Run;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How {@code audit list --follow} begins, goes on and ends as a process. */
class AuditIT {
    private static final long LIMIT_SECONDS = 60;

    @TempDir
    Path scratch;

    private Installation orgctl;

    @BeforeEach
    void install() throws Exception {
        scratch = scratch.toRealPath();
        orgctl = Installation.archived(scratch);
        orgctl.env.put("ORGCTL_ORG", "acme");
        orgctl.env.put("PATH", orgctl.home.resolve("bin") + ":/usr/bin:/bin");
        assertThat(orgctl.run("org", "create", "Acme").exit()).isZero();
    }

    private void createProject(String name) throws Exception {
        Run run = orgctl.run("project", "create", name);
        assertThat(run.exit()).as(run.err()).isZero();
    }

    private Process start(String... words) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(words))).directory(scratch.toFile());
        builder.environment().clear();
        builder.environment().putAll(orgctl.env);
        return builder.start();
    }

    @Test
    void othersCanChangeThingsMeanwhileAndAnInterruptEndsIt() throws Exception {
        Process process = start(
                orgctl.home.resolve("bin/orgctl").toString(),
                "audit",
                "list",
                "--follow",
                "-o",
                "csv",
                "--no-header",
                "--fields",
                "sequence,action");
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        assertThat(out.readLine()).isEqualTo("1,org.create");
        createProject("Website");
        assertThat(out.readLine()).isEqualTo("2,project.create");
        createProject("Shop");
        assertThat(out.readLine()).isEqualTo("3,project.create");
        String kill = "kill -s INT " + process.pid();
        assertThat(new ProcessBuilder("/bin/sh", "-c", kill).start().waitFor()).isZero();
        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(out.readLine()).isNull();
        assertThat(process.errorReader().readLine()).isNull();
    }

    @Test
    void aReaderThatGoesAwayEndsItQuietly() throws Exception {
        Process process = start(
                "/bin/bash", "-o", "pipefail", "-c", "orgctl audit list --follow -o ids | head -1; exec 1>&-; wait");
        assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).endsWith("/1");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        int number = 0;
        // Its reader may be gone only after the first of them.
        do {
            number++;
            createProject("Project " + number);
        } while (process.isAlive() && System.nanoTime() < end);
        assertThat(process.isAlive()).isFalse();
        assertThat(process.exitValue()).isZero();
        assertThat(process.errorReader().readLine()).isNull();
    }

    @Test
    void aWholeTrailNeedsLittleMemory() throws Exception {
        String store = scratch.resolve(".local/share/orgctl/orgctl.db").toString();
        AuditBench.main(new String[] {"fill", store, "20000"});
        orgctl.env.put("ORGCTL_JAVA_OPTIONS", "-Xmx16m");
        assertThat(orgctl.run("audit", "verify", "-o", "csv", "--no-header", "--fields", "ok,events")
                        .out())
                .contains("true,20000\n", "true,1\n");
        assertThat(orgctl.run("audit", "list", "--all-orgs", "-o", "ndjson").out())
                .hasLineCount(20_001);
        assertThat(orgctl.run("audit", "export", "--all-orgs").out()).hasLineCount(20_003);
    }
}
