package io.github.orgctl.script;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.cli.app.CliHarness.Outcome;
import io.github.orgctl.store.JdbcStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Runs scripts in this process. */
final class InProcess implements Machine {
    private final CliHarness harness;
    private final Map<String, String> environment = new HashMap<>();
    private final String store;
    private String folder = "";

    InProcess(Path scratch) {
        harness = new CliHarness(scratch);
        store = harness.storeFile().toString();
    }

    /** A machine whose store is elsewhere unless a script names another. */
    InProcess(Path scratch, String address) {
        harness = new CliHarness(scratch);
        store = JdbcStore.shown(address, Map.of());
        set("ORGCTL_STORE", address);
    }

    @Override
    public Path home() {
        return harness.home();
    }

    @Override
    public Path work() {
        return harness.work();
    }

    @Override
    public String store() {
        return store;
    }

    @Override
    public boolean hasShell() {
        return false;
    }

    @Override
    public void set(String variable, String value) {
        environment.put(variable, value);
        harness.set(variable, value);
    }

    @Override
    public void enter(String name) {
        folder = name;
        harness.in(name);
    }

    @Override
    public Outcome run(String line) throws IOException {
        ShellWords command = ShellWords.of(line);
        harness.typing(
                command.input() == null
                        ? ""
                        : Files.readString(work().resolve(folder).resolve(command.input())));
        command.assignments().forEach(harness::set);
        try {
            return harness.run(command.words().toArray(new String[0]));
        } finally {
            command.assignments().keySet().forEach(name -> harness.set(name, environment.get(name)));
        }
    }
}
