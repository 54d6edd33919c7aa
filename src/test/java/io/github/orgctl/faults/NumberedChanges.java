package io.github.orgctl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbered changes of several kinds. A change happened completely if its number is found in the state and in the audit
 * log, and not at all if it is in neither.
 */
final class NumberedChanges {
    private static final Pattern DONE = Pattern.compile("^\\{\"line\":(\\d+),\"exitCode\":0,", Pattern.MULTILINE);
    private static final Pattern NUMBER = Pattern.compile("n(\\d+)");

    private final CliHarness orgctl;
    private final Set<Integer> acknowledged = Collections.synchronizedSet(new TreeSet<>());

    /**
     * @param folder an empty folder
     * @param store its location; it does not exist yet
     */
    NumberedChanges(Path folder, String store) {
        orgctl = new CliHarness(folder).set("ORGCTL_STORE", store);
        orgctl.must("org", "create", "Acme");
        orgctl.must("org", "create", "Globex");
        orgctl.must("project", "create", "Web", "--org", "acme");
    }

    /** The command line of a change. None of them has a word with a space. */
    static String commandLine(int number) {
        String n = "n" + number;
        return switch (number % 6) {
            case 0 -> "project create " + n + " --org acme";
            case 1 -> "config set " + n + "=1 --env acme/web:sandbox";
            case 2 -> "config set " + n + "=1 --env acme/web:live";
            case 3 -> "billing usage record --env acme/web:live --metric api --quantity 1 --key " + n;
            case 4 -> "billing plan create " + n + " --currency EUR --base 1";
            default -> "org create " + n;
        };
    }

    void acknowledge(int number) {
        acknowledged.add(number);
    }

    /**
     * Acknowledges what a batch said was done.
     *
     * @param first the number of the change in its first line
     */
    void acknowledge(String batchOutput, int first) {
        Matcher done = DONE.matcher(batchOutput);
        while (done.find()) {
            acknowledge(first + Integer.parseInt(done.group(1)) - 1);
        }
    }

    int count() {
        return acknowledged.size();
    }

    /** The store is sound, has all that was acknowledged, and nothing of which a part is missing. */
    void assertNothingLost() {
        assertSound();
        Set<Integer> found = state();
        assertThat(found).containsAll(acknowledged);
        assertThat(events()).containsExactlyElementsOf(found);
    }

    /** The store is sound, and has what was acknowledged and nothing else. */
    void assertExactlyAcknowledged() {
        assertNothingLost();
        assertThat(state()).containsExactlyElementsOf(acknowledged);
        long values = acknowledged.stream().filter(n -> n % 6 == 1).count();
        assertThat(orgctl.must("env", "show", "acme/web:sandbox", "--jq", ".revision"))
                .as("no revision that overwrote another")
                .isEqualTo(values + 1 + "\n");
    }

    void assertSound() {
        CliHarness.Outcome check = orgctl.run("store", "check", "-o", "csv");
        assertThat(check.exit()).as(check.toString()).isZero();
        CliHarness.Outcome verified = orgctl.run("audit", "verify");
        assertThat(verified.exit()).as(verified.toString()).isZero();
        assertThat(orgctl.must("env", "list", "--all-orgs", "-o", "ids").lines().count())
                .isEqualTo(2
                        * orgctl.must("project", "list", "--all-orgs", "-o", "ids")
                                .lines()
                                .count());
    }

    private Set<Integer> state() {
        Set<Integer> numbers = new TreeSet<>();
        for (String[] list : new String[][] {
            {"project", "list", "--org", "acme", "--fields", "slug"},
            {"config", "list", "--env", "acme/web:sandbox", "--fields", "key"},
            {"config", "list", "--env", "acme/web:live", "--fields", "key"},
            {"billing", "usage", "list", "--org", "acme", "--fields", "key"},
            {"billing", "plan", "list", "--fields", "name"},
            {"org", "list", "--fields", "slug"}
        }) {
            List<String> words = new ArrayList<>(List.of(list));
            words.addAll(List.of("-o", "csv", "--no-header"));
            numbers.addAll(numbers(orgctl.must(words.toArray(new String[0]))));
        }
        return numbers;
    }

    private Set<Integer> events() {
        List<Integer> numbers = numbers(orgctl.must(
                "audit", "list", "--all-orgs", "-o", "ndjson", "--jq", "[.target, (.changes[] | .field, .after)]"));
        return new TreeSet<>(numbers);
    }

    private static List<Integer> numbers(String text) {
        List<Integer> numbers = new ArrayList<>();
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            numbers.add(Integer.valueOf(number.group(1)));
        }
        return numbers;
    }
}
