package io.github.orgctl.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.packaged.Installation;
import io.github.orgctl.packaged.Installation.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The recipes of docs/ci.md, run with the shells that GitHub Actions and GitLab CI use. */
class CiRecipesIT {
    private static final Path PAGE = Path.of("docs/ci.md");

    /** Would end an assignment with a fixed delimiter early. */
    private static final String MOTTO = "first\nEOF\nok=1";

    private static final String KEY = "-----BEGIN KEY-----\nc2VjcmV0\n}\n-----END KEY-----";

    @TempDir
    Path folder;

    private Installation orgctl;

    @BeforeEach
    void makeStore() throws Exception {
        folder = folder.toRealPath();
        orgctl = Installation.archived(folder);
        orgctl.env.put("PATH", orgctl.home.resolve("bin") + ":/usr/local/bin:/usr/bin:/bin");
        orgctl.must("org", "create", "Acme");
        orgctl.must("project", "create", "Website", "--org", "acme");
        orgctl.must("config", "set", "debug=true", "motto=" + MOTTO, "--env", "acme/website:sandbox");
        Path key = Files.writeString(folder.resolve("key"), KEY);
        orgctl.must("secret", "set", "deploy.key", "--from-file", key.toString(), "--env", "acme/website:sandbox");
        orgctl.workingDirectory = Files.createDirectory(folder.resolve("work"));
        orgctl.must("export", "--dir", "config");
        git("init", "--initial-branch", "main");
        git("add", "config");
        git("commit", "--message", "base");
        git("clone", "--bare", ".", folder.resolve("origin").toString());
        git("remote", "add", "origin", folder.resolve("origin").toString());
        orgctl.env.put("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main");
        propose("change", "debug: true", "debug: false");
        script("test.sh", "#!/bin/sh\necho \"$DEBUG $DEPLOY_KEY\" | head -1\n");
        orgctl.env.put(
                "ORGCTL_TOKEN",
                orgctl.must("token", "create", "--name", "ci", "--role", "admin", "--org", "acme", "--jq", ".token")
                        .out()
                        .strip());
    }

    private void git(String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of("git", "-c", "user.name=Ann", "-c", "user.email=ann@example.com"));
        words.addAll(List.of(arguments));
        Run run = orgctl.runAs("/usr/bin/env", words.toArray(new String[0]));
        assertThat(run.exit()).as(run.toString()).isZero();
    }

    /** Checks out a new branch of the first commit that changes a text of the documents. */
    private void propose(String branch, String before, String after) throws Exception {
        git("checkout", "-b", branch, "main");
        Path project = orgctl.workingDirectory.resolve("config/acme/website.yaml");
        Files.writeString(project, Files.readString(project).replace(before, after));
        git("commit", "--all", "--message", branch);
    }

    private void script(String name, String text) throws Exception {
        Path file = Files.writeString(orgctl.workingDirectory.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void stepsOfGitHubDoWhatTheyAreNamedAfter() throws Exception {
        Map<String, String> steps = gitHub();
        for (String file : List.of("SUMMARY", "OUTPUT", "ENV")) {
            String variable = "GITHUB_" + (file.equals("SUMMARY") ? "STEP_SUMMARY" : file);
            orgctl.env.put(variable, folder.resolve(file).toString());
        }
        runs("bash", steps.get("Show the plan in the summary of the run"));
        assertThat(folder.resolve("SUMMARY")).content().contains("debug: true -> false");
        runs("bash", steps.get("Apply what main says"));
        Run tests = runs("bash", steps.get("Run the tests with the values and secrets of the sandbox"));
        assertThat(tests.out()).contains("false").doesNotContain("BEGIN");
        runs("bash", steps.get("Pass a value to later steps"));
        assertThat(assignments(folder.resolve("OUTPUT"))).containsExactly(Map.entry("motto", MOTTO));
        Run secret = runs("bash", steps.get("Pass a secret to later steps"));
        assertThat(secret.out())
                .contains(
                        "::add-mask::-----BEGIN KEY-----\n",
                        "::add-mask::c2VjcmV0\n",
                        "::add-mask::-----END KEY-----\n")
                .doesNotContain("::add-mask::}");
        assertThat(assignments(folder.resolve("ENV"))).containsExactly(Map.entry("DEPLOY_KEY", KEY));
    }

    @Test
    void jobsOfGitLabDoWhatTheyAreNamedAfter() throws Exception {
        Map<String, String> jobs = gitLab();
        assertThat(jobs).containsOnlyKeys("plan", "test", "apply", "promote");
        runs("sh", jobs.get("plan"));
        assertThat(orgctl.workingDirectory.resolve("plan.xml")).content().contains("<testsuite");
        runs("sh", jobs.get("apply"));
        assertThat(runs("sh", jobs.get("test")).out()).contains("false");
        runs("sh", jobs.get("promote"));
        assertThat(orgctl.must("config", "get", "debug", "--env", "acme/website:live")
                        .out())
                .isEqualTo("false\n");
    }

    /** A branch is proposed that does not have what was merged and applied since. */
    private void makeBranchBehindMain() throws Exception {
        git("push", "origin", "change:main");
        runs("sh", gitLab().get("apply"));
        propose("second", "name: \"Website\"", "name: \"Shop\"");
    }

    @Test
    void gitLabPlansTheMergeResult() throws Exception {
        makeBranchBehindMain();
        assertThat(map(map(recipe(1)).get("plan")).get("variables")).isEqualTo(Map.of("GIT_DEPTH", "0"));
        runs("sh", gitLab().get("plan"));
        assertThat(orgctl.workingDirectory.resolve("plan.xml"))
                .content()
                .contains("Shop")
                .doesNotContain("debug");
    }

    @Test
    void gitLabFailsWhereTheBranchesConflict() throws Exception {
        makeBranchBehindMain();
        propose("third", "debug: true", "debug: null");
        assertThat(run("sh", gitLab().get("plan")).exit()).isNotZero();
        assertThat(orgctl.workingDirectory.resolve("plan.xml")).doesNotExist();
    }

    /** For a pull request, GitHub's checkout is the merge result unless a recipe says otherwise. */
    @Test
    void gitHubPlansTheMergeResult() throws Exception {
        Map<?, ?> recipe = map(recipe(0));
        assertThat(map(recipe.get("on")).keySet()).isEqualTo(Set.of("pull_request", "push"));
        assertThat(((List<?>) map(map(recipe.get("jobs")).get("plan")).get("steps")).get(0))
                .isEqualTo(Map.of("uses", "actions/checkout@v4"));
        makeBranchBehindMain();
        git("fetch", "origin", "main");
        git("merge", "--no-edit", "FETCH_HEAD");
        orgctl.env.put("GITHUB_STEP_SUMMARY", folder.resolve("SUMMARY").toString());
        runs("bash", gitHub().get("Show the plan in the summary of the run"));
        assertThat(folder.resolve("SUMMARY")).content().contains("Shop").doesNotContain("debug");
    }

    @Test
    void everyStepFailsWithOrgctl() throws Exception {
        script("orgctl", "#!/bin/sh\nexit 7\n");
        orgctl.env.put("PATH", orgctl.workingDirectory + ":/usr/local/bin:/usr/bin:/bin");
        for (String file : List.of("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT", "GITHUB_ENV")) {
            orgctl.env.put(file, folder.resolve(file).toString());
        }
        for (String step : gitHub().values()) {
            assertThat(run("bash", step).exit()).as(step).isNotZero();
        }
        for (String job : gitLab().values()) {
            assertThat(run("sh", job).exit()).as(job).isNotZero();
        }
    }

    private Run runs(String shell, String text) throws Exception {
        Run run = run(shell, text);
        assertThat(run.exit()).as(text + "\n" + run).isZero();
        return run;
    }

    private Run run(String shell, String text) throws Exception {
        Path script = Files.writeString(folder.resolve("step"), text);
        return orgctl.runAs("/usr/bin/env", shell, "-e", script.toString());
    }

    /** What GitHub reads from a file of assignments with delimiters. */
    private static Map<String, String> assignments(Path file) throws Exception {
        Map<String, String> assignments = new TreeMap<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String[] start = lines.get(i).split("<<", 2);
            int end = lines.subList(i + 1, lines.size()).indexOf(start[1]) + i + 1;
            assignments.put(start[0], String.join("\n", lines.subList(i + 1, end)));
            i = end;
        }
        return assignments;
    }

    /** Commands by the names of their steps. */
    private static Map<String, String> gitHub() throws Exception {
        Map<String, String> steps = new LinkedHashMap<>();
        for (Object job : map(map(recipe(0)).get("jobs")).values()) {
            for (Object each : (List<?>) map(job).get("steps")) {
                Map<?, ?> step = map(each);
                if (step.containsKey("run")) {
                    steps.put((String) step.get("name"), (String) step.get("run"));
                }
            }
        }
        return steps;
    }

    /** Commands by the names of their jobs. */
    private static Map<String, String> gitLab() throws Exception {
        Map<String, String> jobs = new LinkedHashMap<>();
        map(recipe(1)).forEach((name, job) -> {
            if (job instanceof Map<?, ?> parts && parts.containsKey("script")) {
                List<String> lines = new ArrayList<>();
                for (Object line : (List<?>) parts.get("script")) {
                    lines.add((String) line);
                }
                jobs.put((String) name, String.join("\n", lines) + "\n");
            }
        });
        return jobs;
    }

    private static Map<?, ?> map(Object node) {
        return (Map<?, ?>) node;
    }

    private static Object recipe(int number) throws Exception {
        return new Load(LoadSettings.builder().build())
                .loadFromString(Block.of(PAGE, "yaml").get(number).text());
    }
}
