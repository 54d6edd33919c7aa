package io.github.orgctl.script;

import io.github.orgctl.cli.app.CliHarness.Outcome;
import io.github.orgctl.cli.host.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs a script on a machine, up to the first block that is not as expected. */
public final class ScriptRun {
    private final Script script;
    private final Machine machine;
    private final Expectation expectation;

    public ScriptRun(Script script, Machine machine) {
        this.script = script;
        this.machine = machine;
        Map<String, String> known = new LinkedHashMap<>();
        known.put("<home>", machine.home().toString());
        known.put("<store>", machine.store());
        known.put("<work>", machine.work().toString());
        known.put("<version>", Version.VERSION);
        this.expectation = new Expectation(known);
    }

    public void toItsEnd() throws IOException, InterruptedException {
        for (Step step : script.steps()) {
            if (step instanceof Step.WriteFile file) {
                Path path = machine.work().resolve(expectation.filled(file.path()));
                Files.createDirectories(path.getParent());
                Files.writeString(path, expectation.filled(file.content()));
            } else if (step instanceof Step.SetVariable variable) {
                machine.set(variable.name(), variable.value().isEmpty() ? null : expectation.filled(variable.value()));
            } else if (step instanceof Step.Enter enter) {
                Files.createDirectories(machine.work().resolve(enter.folder()));
                machine.enter(enter.folder());
            } else if (step instanceof Step.Command command && (machine.hasShell() || !command.shell())) {
                check(command, machine.run(expectation.filled(command.text())));
            }
        }
    }

    private void check(Step.Command command, Outcome outcome) {
        String out = expectation.difference(command.out(), outcome.out());
        String err = expectation.difference(command.err(), outcome.err());
        if (out == null && err == null && outcome.exit() == command.exit()) {
            return;
        }
        StringBuilder message = new StringBuilder("not as expected (-) but otherwise (+) at ");
        message.append(script.file()).append(':').append(command.line()).append("\n$ ");
        message.append(command.text()).append('\n');
        if (out != null) {
            message.append("standard output:\n").append(out);
        }
        if (err != null) {
            message.append("standard error:\n").append(err);
        }
        if (outcome.exit() != command.exit()) {
            message.append("exit code:\n  - ").append(command.exit());
            message.append("\n  + ").append(outcome.exit()).append('\n');
        }
        if (err == null && !outcome.err().isEmpty()) {
            message.append("it said: ").append(outcome.err());
        }
        throw new AssertionError(message.toString());
    }
}
