package io.github.orgctl.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.soak.Model.Organization;
import io.github.orgctl.soak.Model.Project;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** Runs random commands and compares what they did with what the model says. */
final class Soak {
    private static final int COMPARED_EVERY = Integer.getInteger("orgctl.soak.compare", 40);
    private static final int KEPT = 30;

    private final long seed;
    private final CliHarness orgctl;
    private final Generator generator;
    private final Deque<String> latest = new ArrayDeque<>();
    private Model model = new Model();
    private int run;

    /**
     * @param folder an empty folder
     * @param store location of a store that does not exist yet
     */
    Soak(long seed, Path folder, String store) {
        this.seed = seed;
        this.orgctl = new CliHarness(folder).set("ORGCTL_STORE", store);
        this.generator = new Generator(seed);
    }

    int commands() {
        return run;
    }

    /** Runs one command, or a few of them as one transaction, and now and then compares the whole state. */
    void step() {
        if (generator.chance(20)) {
            atomicBatch(generator.several());
        } else {
            single(generator.next());
        }
        if (++run % COMPARED_EVERY == 0) {
            compare();
        }
    }

    private void single(Step step) {
        boolean dryRun = step.words().contains("--slug") && generator.chance(10);
        Step run = dryRun ? step.with("--dry-run") : step;
        Model after = model.copy();
        int expected = step.effect().applyAsInt(after);
        assertExit(run.line(), expected, run.words().toArray(new String[0]));
        if (expected == 0 && !dryRun) {
            model = after;
        }
    }

    private void atomicBatch(List<Step> steps) {
        Model after = model.copy();
        int expected = 0;
        for (Step step : steps) {
            expected = step.effect().applyAsInt(after);
            if (expected != 0) {
                break;
            }
        }
        String lines = steps.stream().map(Soak::quoted).collect(Collectors.joining("\n"));
        orgctl.typing(lines);
        assertExit("batch --atomic\n  " + lines.replace("\n", "\n  "), expected, "batch", "--atomic", "-f", "-");
        orgctl.typing("");
        if (expected == 0) {
            model = after;
        }
    }

    private static String quoted(Step step) {
        return step.words().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    }

    private void assertExit(String shown, int expected, String... words) {
        latest.add(shown);
        if (latest.size() > KEPT) {
            latest.remove();
        }
        CliHarness.Outcome outcome = orgctl.run(words);
        assertThat(outcome.exit()).as(() -> told() + "\n" + outcome).isEqualTo(expected);
    }

    private String told() {
        return "seed " + seed + ", command " + run + ", the latest:\n" + String.join("\n", latest);
    }

    /** Compares all that can be listed. */
    void compare() {
        same(model.organizationRows(), "org list --fields slug,name,description,projects,revision");
        same(model.deletedOrganizationRows(), "org list --deleted --fields slug,name");
        same(model.projectRows(), "project list --all-orgs --fields organization,slug,name,description,revision");
        for (Organization organization : model.organizations.values()) {
            same(
                    model.memberRows(organization),
                    "member list --org " + organization.slug + " --fields email,role,status");
            for (Project project : organization.projects.values()) {
                for (String mode : List.of("sandbox", "live")) {
                    compareValues(organization, project, mode);
                }
            }
        }
        List<String> environments = Arrays.asList(orgctl.must(
                        "env",
                        "list",
                        "--all-orgs",
                        "-o",
                        "ndjson",
                        "--jq",
                        "\"\\(.organization),\\(.project),\\(.mode),\\(.revision),\\(.lock.reason)\"")
                .split("\n"));
        assertThat(environments.stream()
                        .filter(line -> !line.isEmpty())
                        .sorted()
                        .toList())
                .as(this::told)
                .isEqualTo(model.environmentRows().stream().sorted().toList());
        assertExit("store check", 0, "store", "check");
        assertExit("audit verify", 0, "audit", "verify");
    }

    private void compareValues(Organization organization, Project project, String mode) {
        String reference = organization.slug + "/" + project.slug + ":" + mode;
        List<String> expected = new ArrayList<>();
        project.environment(mode)
                .values
                .forEach((key, value) -> expected.add(key + "=" + (value.equals("text") ? "\"text\"" : value)));
        String listed = orgctl.must(
                "config", "list", "--env", reference, "-o", "ndjson", "--jq", "\"\\(.key)=\\(.value | tojson)\"");
        assertThat(listed.lines().sorted().toList())
                .as(() -> told() + "\n" + reference)
                .isEqualTo(expected.stream().sorted().toList());
    }

    private void same(List<String> expected, String list) {
        List<String> words = new ArrayList<>(List.of(list.split(" ")));
        words.addAll(List.of("-o", "csv", "--no-header"));
        String listed = orgctl.must(words.toArray(new String[0]));
        assertThat(listed.lines().sorted().toList())
                .as(() -> told() + "\n" + list)
                .isEqualTo(expected.stream().sorted().toList());
    }
}
