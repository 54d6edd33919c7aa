package io.github.orgctl.packaged;

import io.github.orgctl.cli.app.CliHarness.Outcome;
import io.github.orgctl.script.Machine;
import io.github.orgctl.script.Script;
import io.github.orgctl.script.Scripts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every script, with the packaged program in a real shell. */
@Execution(ExecutionMode.CONCURRENT)
class ScriptIT {
    @TempDir
    Path scratch;

    @TestFactory
    Stream<DynamicNode> scripts() throws Exception {
        Path cache = SharedArchive.cache();
        return Scripts.on(scratch, Script.Engine.SQLITE, folder -> new Shell(folder, cache));
    }

    private static final class Shell implements Machine {
        private final Path home;
        private final Path work;
        private final Installation orgctl;

        Shell(Path folder, Path cache) {
            home = folder.resolve("home");
            work = folder.resolve("work");
            try {
                Files.createDirectories(home);
                Files.createDirectories(work);
            } catch (IOException exception) {
                throw new UncheckedIOException(exception);
            }
            orgctl = new Installation(Installation.built(), folder);
            orgctl.env.put("XDG_CACHE_HOME", cache.toString());
            orgctl.env.put("HOME", home.toString());
            orgctl.env.put("PATH", orgctl.home.resolve("bin") + ":/usr/local/bin:/usr/bin:/bin");
            orgctl.workingDirectory = work;
        }

        @Override
        public Path home() {
            return home;
        }

        @Override
        public Path work() {
            return work;
        }

        @Override
        public String store() {
            return home.resolve(".local/share/orgctl/orgctl.db").toString();
        }

        @Override
        public boolean hasShell() {
            return true;
        }

        @Override
        public void set(String variable, String value) {
            if (value == null) {
                orgctl.env.remove(variable);
            } else {
                orgctl.env.put(variable, value);
            }
        }

        @Override
        public void enter(String folder) {
            orgctl.workingDirectory = work.resolve(folder);
        }

        @Override
        public Outcome run(String line) throws IOException, InterruptedException {
            Installation.Run run = orgctl.runAs("/bin/sh", "-c", line);
            return new Outcome(run.exit(), run.out(), run.err());
        }
    }
}
