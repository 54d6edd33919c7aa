package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A flipped bit in a store is reported as damage, detected by the checks, or harmless: it is never reported as a bug,
 * and never gives a wrong answer that the checks miss. {@code -Dorgctl.flips} sets the number of bits,
 * {@code -Dorgctl.seed} the random seed.
 */
class FlippedBitsTest {
    private static final List<String> COMMAND_LINES = List.of(
            "store check",
            "audit verify",
            "store info",
            "store backup copy.db --force",
            "org list",
            "project list --all-orgs",
            "config list --env acme/website:sandbox",
            "member list --org acme",
            "audit list --all-orgs",
            "project list --all-orgs -o json",
            "org list -o json",
            "member list --org acme -o json",
            "billing statement --org acme",
            "invite list --org acme -o json",
            "token list --org acme -o json",
            "billing show --org acme -o json",
            "env list --all-orgs -o json",
            "env history acme/website:sandbox -o json",
            "config set a=2 --env acme/website:sandbox",
            "project create Another --org acme");

    /** Done, a finding, not found, a conflict, a broken rule, not allowed, damaged. */
    private static final Set<Integer> TOLD = Set.of(0, 1, 3, 4, 5, 6, 9);

    @TempDir
    Path folder;

    private CliHarness orgctl;

    @BeforeEach
    void fill() {
        orgctl = new CliHarness(folder);
        orgctl.must("org", "create", "Acme");
        orgctl.must("project", "create", "Website", "--org", "acme");
        orgctl.must("config", "set", "a=1", "b=\"text\"", "c=[1,2]", "--env", "acme/website:sandbox");
        orgctl.must("env", "promote", "acme/website", "--yes");
        orgctl.must("member", "invite", "ann@example.com", "--role", "admin", "--org", "acme");
        orgctl.must("token", "create", "--name", "CI", "--org", "acme");
        String[] usage =
                "billing usage record --env acme/website:live --metric api --quantity 5 --key first".split(" ");
        orgctl.must(usage);
    }

    /** Most of a small store is empty, where nothing reads. */
    private static int usedBit(byte[] store, Random random) {
        int place;
        do {
            place = random.nextInt(store.length);
        } while (store[place] == 0);
        return place * 8 + random.nextInt(8);
    }

    /** The checks come first, and find what makes the answers behind them wrong. */
    private static final int CHECKS = 2;

    private static final int READS = 17;

    @Test
    void areToldOrDoNoHarm() throws Exception {
        byte[] sound = Files.readAllBytes(orgctl.storeFile());
        Map<String, String> right = new HashMap<>();
        for (String commandLine : COMMAND_LINES.subList(0, READS)) {
            right.put(commandLine, orgctl.run(commandLine.split(" ")).out());
        }
        Random random = new Random(Long.getLong("orgctl.seed", 9));
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < Integer.getInteger("orgctl.flips", 50); i++) {
            int bit = usedBit(sound, random);
            byte[] flipped = sound.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            int clean = 0;
            for (String commandLine : COMMAND_LINES) {
                // Past what a command before it has written.
                Files.write(orgctl.storeFile(), flipped);
                CliHarness.Outcome outcome = orgctl.run(commandLine.split(" "));
                boolean done = outcome.exit() == 0;
                clean += done && COMMAND_LINES.indexOf(commandLine) < CHECKS ? 1 : 0;
                boolean isRight =
                        !right.containsKey(commandLine) || outcome.out().equals(right.get(commandLine));
                if (!TOLD.contains(outcome.exit()) || done && !isRight && clean == CHECKS) {
                    wrong.add("bit " + bit + ", " + commandLine + ": " + outcome + ", not " + right.get(commandLine));
                }
                if (outcome.exit() == 9 && !Arrays.equals(flipped, Files.readAllBytes(orgctl.storeFile()))) {
                    wrong.add("bit " + bit + ", " + commandLine + " changed the damaged file");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}
