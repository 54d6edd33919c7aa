package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That whatever bit of a store is flipped is told as damage or found, or does no harm, and is never taken for a bug.
 * {@code -Dorgctl.flips} says how many are tried, {@code -Dorgctl.seed} which.
 */
class FlippedBitsTest {
    private static final List<String> COMMAND_LINES = List.of(
            "store check",
            "store info",
            "store backup copy.db --force",
            "org list",
            "project list --all-orgs",
            "config list --env acme/website:sandbox",
            "member list --org acme",
            "audit list --all-orgs",
            "audit verify",
            "billing statement --org acme",
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

    @Test
    void areNeverABug() throws Exception {
        byte[] sound = Files.readAllBytes(orgctl.storeFile());
        Random random = new Random(Long.getLong("orgctl.seed", 9));
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < Integer.getInteger("orgctl.flips", 50); i++) {
            int bit = usedBit(sound, random);
            byte[] flipped = sound.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            for (String commandLine : COMMAND_LINES) {
                // Past what a command before it has written.
                Files.write(orgctl.storeFile(), flipped);
                CliHarness.Outcome outcome = orgctl.run(commandLine.split(" "));
                if (!TOLD.contains(outcome.exit())) {
                    wrong.add("bit " + bit + ", " + commandLine + ": " + outcome.exit() + " " + outcome.err());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}
