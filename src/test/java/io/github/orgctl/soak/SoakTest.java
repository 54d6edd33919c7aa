package io.github.orgctl.soak;

import io.github.orgctl.faults.Engine;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Random commands leave what the model says. {@code -Dorgctl.soak.commands} says how many, or {@code
 * -Dorgctl.soak.minutes} for how long, {@code -Dorgctl.seed} which, and {@code -Dorgctl.soak.compare} after how many the
 * whole state is compared.
 */
class SoakTest {
    private static final int COMMANDS = Integer.getInteger("orgctl.soak.commands", 300);
    private static final long NANOS = TimeUnit.MINUTES.toNanos(Integer.getInteger("orgctl.soak.minutes", 0));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"SQLITE, 1", "SQLITE, random", "POSTGRES, random"})
    void theStoreIsAsTheModelSays(Engine engine, String name, TestReporter reporter) throws Exception {
        long seed = name.equals("random")
                ? Long.getLong("orgctl.seed", new Random().nextInt(1_000_000))
                : Long.parseLong(name);
        reporter.publishEntry("seed of " + engine, Long.toString(seed));
        Soak soak = new Soak(seed, folder, engine.place(folder));
        long began = System.nanoTime();
        while (soak.commands() < COMMANDS || System.nanoTime() - began < NANOS) {
            soak.step();
        }
        soak.compare();
        reporter.publishEntry("commands on " + engine, Integer.toString(soak.commands()));
    }
}
