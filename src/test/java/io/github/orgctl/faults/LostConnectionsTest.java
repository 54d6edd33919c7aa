package io.github.orgctl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.faults.CuttingProxy.Fault;
import io.github.orgctl.store.PostgresPlace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Breaks the connection to the server at each message of each command of a script. The command is done completely or
 * not at all, never twice, and reports correctly which. {@code -Dorgctl.faults.messages} sets the number of messages
 * per command; they are random unless it exceeds the actual number.
 */
class LostConnectionsTest {
    private static final int TRIED = Integer.getInteger("orgctl.faults.messages", 2);

    /** More than any of the commands sends, and than making a store takes. */
    private static final int MESSAGES = 45;

    private static final int MESSAGES_OF_MIGRATIONS = 130;

    /** A command, and those before it that make what it changes. N is another number each time. */
    private static final List<String> SCRIPT = List.of(
            "org create Made-N",
            "org update acme --description N",
            "project create Made-N --org acme",
            "project update acme/web --description N",
            "config set key=N --env acme/web:sandbox",
            "config set key=N --env acme/web:sandbox; env promote acme/web --take key --yes",
            "env lock globex/shop:live --reason N",
            "env lock globex/shop:live --reason N; env unlock globex/shop:live",
            "config set key=N --env acme/web:sandbox; env rollback acme/web:sandbox --to 1 --yes",
            "member invite mN@example.com --org acme",
            "token create --name tN --org acme",
            "billing usage record --env acme/web:live --metric api --quantity 1",
            "billing plan create pN --currency EUR --base 1",
            "project create Made-N --org acme; project move acme/made-N --to globex",
            "project create Made-N --org acme; project delete acme/made-N --confirm made-N",
            "project create Made-N --org acme; project delete acme/made-N --confirm made-N --purge",
            "org create Made-N; org delete made-N --confirm made-N");

    @TempDir
    Path folder;

    private PostgresPlace place;
    private CuttingProxy proxy;
    private CliHarness orgctl;
    private int number;

    @BeforeEach
    void openStore() throws Exception {
        place = PostgresPlace.fresh();
        proxy = new CuttingProxy(PostgresPlace.port(), place::end);
        orgctl = new CliHarness(folder);
    }

    @AfterEach
    void closeProxy() {
        proxy.close();
    }

    private CliHarness straight() {
        return orgctl.set("ORGCTL_STORE", place.address());
    }

    private CliHarness throughTheProxy() {
        return orgctl.set("ORGCTL_STORE", place.addressAt(proxy.port()));
    }

    private void fill() {
        straight().must("org", "create", "Acme");
        orgctl.must("org", "create", "Globex");
        orgctl.must("project", "create", "Web", "--org", "acme");
        orgctl.must("project", "create", "Shop", "--org", "globex");
    }

    private long events() {
        return straight()
                .must("audit", "list", "--all-orgs", "-o", "csv", "--fields", "sequence", "--no-header")
                .lines()
                .count();
    }

    private void assertSound() {
        for (String check : List.of("store check -o csv", "audit verify")) {
            CliHarness.Outcome outcome = straight().run(check.split(" "));
            assertThat(outcome.exit()).as(outcome.toString()).isZero();
        }
    }

    private static int[] messages(int most) {
        return TRIED >= most
                ? IntStream.rangeClosed(1, most).toArray()
                : new Random().ints(TRIED, 1, most + 1).toArray();
    }

    @ParameterizedTest
    @EnumSource
    void aChangeIsMadeOnceOrNotAtAll(Fault fault) {
        fill();
        List<String> wrong = new ArrayList<>();
        for (String lines : SCRIPT) {
            for (int message : messages(MESSAGES)) {
                String problem = problem(lines.replace("N", Integer.toString(++number)), message, fault);
                if (problem != null) {
                    wrong.add(lines + ", at message " + message + ": " + problem);
                }
            }
            assertSound();
        }
        assertThat(wrong).isEmpty();
    }

    /** Null where the last of the lines did what it said, and nothing else. */
    private String problem(String lines, int message, Fault fault) {
        String[] commands = lines.split("; ");
        for (int i = 0; i < commands.length - 1; i++) {
            straight().must(commands[i].split(" "));
        }
        long before = events();
        String[] command = commands[commands.length - 1].split(" ");
        proxy.breakAt(message, fault);
        CliHarness.Outcome outcome = throughTheProxy().run(command);
        boolean broken = proxy.heal();
        long made = events() - before;
        if (!broken) {
            return outcome.exit() == 0 && made > 0 ? null : "without a fault: " + outcome;
        }
        // A move is told to both organizations.
        if (made > (lines.contains("project move") ? 2 : 1)) {
            return "made twice: " + outcome;
        }
        if (outcome.exit() == 0) {
            return made > 0 ? null : "not made: " + outcome;
        }
        boolean denied = outcome.err().contains("nothing was changed");
        return outcome.exit() == 7 && !(denied && made > 0) ? null : (made > 0 ? "made: " : "failed: ") + outcome;
    }

    /** The tables are made with the first change or not at all. */
    @ParameterizedTest
    @EnumSource
    void aStoreIsMadeOrNot(Fault fault) throws Exception {
        for (int message : messages(MESSAGES_OF_MIGRATIONS)) {
            closeProxy();
            openStore();
            proxy.breakAt(message, fault);
            CliHarness.Outcome outcome = throughTheProxy().run("org", "create", "Acme");
            proxy.heal();
            assertThat(outcome.exit()).as("at message " + message + outcome).isIn(0, 7);
            String listed = straight().must("org", "list", "-o", "ids");
            if (outcome.exit() == 0) {
                assertThat(listed).as("at message " + message).isNotEmpty();
            }
            orgctl.must("org", "create", "Acme", "--if-not-exists");
            assertSound();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReadFailsOrIsRight(Fault fault) {
        fill();
        for (String list : List.of("env list --all-orgs", "audit list --all-orgs", "project show acme/web")) {
            String[] words = (list + " -o json").split(" ");
            String right = straight().must(words);
            for (int message : messages(20)) {
                proxy.breakAt(message, fault);
                CliHarness.Outcome outcome = throughTheProxy().run(words);
                proxy.heal();
                assertThat(outcome.exit()).as(outcome.toString()).isIn(0, 7);
                assertThat(outcome.out()).isEqualTo(outcome.exit() == 0 ? right : "");
            }
        }
    }
}
