package io.github.orgctl.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.parameter.Candidates;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.verb.GlobalOptions;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Verb;
import io.github.orgctl.core.model.access.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command that works on an environment accepts all spellings of the reference. */
class EnvironmentSpellingsTest {
    private static final String OTHER_ID = "00000000-0000-4000-8000-000000000000";
    private static final List<String> OPTIONS = List.of("--env", "--project", "--shared", "--mode", "--expect-env");

    private static final Set<Action> ON_MANY_ENVIRONMENTS = Set.of(
            Action.ENV_LIST, Action.BILLING_USAGE_IMPORT, Action.CONFIG_COPY, Action.SECRET_COPY, Action.SECRET_DUE);

    @TempDir
    Path folder;

    private CliHarness orgctl;
    private String liveId;
    private String sharedId;

    @BeforeEach
    void populate() throws IOException {
        orgctl = new CliHarness(folder);
        orgctl.set("EDITOR", "true").set("ORGCTL_ORG", "acme");
        Files.writeString(orgctl.work().resolve("values.json"), "{\"a\": \"imported\"}");
        Files.writeString(orgctl.work().resolve("secrets.json"), "{\"new\": \"imported\"}");
        orgctl.must("org", "create", "Acme");
        liveId = orgctl.must("project", "create", "Website", "--jq", ".liveId").strip();
        orgctl.must("project", "create", "Other");
        sharedId = orgctl.must("project", "create", "Shared", "--jq", ".liveId").strip();
    }

    private static Stream<Map.Entry<Noun, Verb>> verbs() {
        return Commands.NOUNS.allNested().stream()
                .flatMap(noun -> noun.verbs().stream().map(verb -> Map.entry(noun, verb)));
    }

    private static List<String> names(Verb verb) {
        List<String> names = new ArrayList<>();
        verb.parameters().forEach(parameter -> names.addAll(parameter.names()));
        return names;
    }

    private static boolean takesArgument(Verb verb) {
        return verb.parameters().stream()
                .anyMatch(parameter -> !parameter.isOption() && parameter.kind() != Parameter.Kind.COMMAND);
    }

    /** Commands by name, each with a command line that says nothing of the environment. */
    private static Map<String, String> commandLines() {
        Map<String, String> lines = new TreeMap<>();
        verbs().forEach(each -> {
            String name = each.getKey().nameOf(each.getValue());
            boolean choosesEnvironment = each.getValue().parameters().stream()
                    .anyMatch(parameter -> parameter.candidates() == Candidates.ENVIRONMENT
                            && !parameter.name().equals("--after"));
            if (choosesEnvironment && ON_MANY_ENVIRONMENTS.stream().noneMatch(action -> name.equals(nameOf(action)))) {
                lines.put(name, lineOf(name));
            }
        });
        return lines;
    }

    private static String nameOf(Action action) {
        return action.toString().replace('.', ' ');
    }

    private static String lineOf(String name) {
        Action action = Action.parse(name.replace(' ', '.'));
        return RightsTest.COMMANDS
                .get(action)
                .replaceAll(" --env ENV| ENV| acme/website", "")
                .replace("--can org.show", "--can config.set");
    }

    @Test
    void everyCommandOnAnEnvironmentTakesTheSameOptions() {
        SoftAssertions softly = new SoftAssertions();
        for (Action action : Action.values()) {
            boolean isOnEnvironment =
                    switch (action.level()) {
                        case ENVIRONMENT, LIVE -> true;
                        case STORE, ORGANIZATION, PROJECT -> false;
                    };
            boolean isOfOption = RightsTest.OPTIONS_WITH_ACTION.contains(action);
            if (isOnEnvironment && !isOfOption && !ON_MANY_ENVIRONMENTS.contains(action)) {
                String name = nameOf(action);
                Verb verb = Commands.NOUNS.command(name);
                softly.assertThat(names(verb)).as(name).containsAll(OPTIONS);
            }
        }
        softly.assertAll();
        assertThat(commandLines()).hasSizeGreaterThan(20);
    }

    @Test
    void everySpellingFindsTheSameEnvironment() {
        SoftAssertions softly = new SoftAssertions();
        commandLines().forEach((name, line) -> {
            List<String> spellings = new ArrayList<>(List.of(
                    "--env acme/website:live",
                    "-e website:live",
                    "--env website --mode live",
                    "--project website --mode live",
                    "-p acme/website --mode live",
                    "--project website --env acme/website:live",
                    "--env " + liveId));
            Verb verb = Commands.NOUNS.command(name);
            if (verb.parameters().stream().anyMatch(each -> !each.isOption() && isPlace(each))) {
                spellings.addAll(List.of(
                        "acme/website:live",
                        "website --mode live",
                        "website:live --env website:live",
                        "website:live --project website",
                        liveId));
                if (name.equals("env promote")) {
                    // Behind an option that names the project, an argument is a key.
                    spellings.removeIf(spelling -> spelling.startsWith("website:live --"));
                }
            }
            for (String spelling : spellings) {
                assertFinds(softly, line, spelling);
            }
            orgctl.set("ORGCTL_PROJECT", "acme/website");
            assertFinds(softly, line, "--mode live");
            assertFinds(softly, line, "--shared --mode live", sharedId + " (acme/shared:live)");
            orgctl.set("ORGCTL_PROJECT", null);
        });
        softly.assertAll();
    }

    /** Whether an argument names an environment or its project. */
    private static boolean isPlace(Parameter<?> parameter) {
        return parameter.candidates() == Candidates.ENVIRONMENT || parameter.candidates() == Candidates.PROJECT;
    }

    /** The options go before another program's command. */
    private CliHarness.Outcome run(String line, String spelling) {
        int program = line.indexOf(" -- ");
        String whole = program < 0
                ? line + " " + spelling
                : line.substring(0, program) + " " + spelling + line.substring(program);
        return orgctl.run(whole.split(" "));
    }

    /** Expecting another environment, each command says which one it found instead. */
    private void assertFinds(SoftAssertions softly, String line, String spelling) {
        assertFinds(softly, line, spelling, liveId + " (acme/website:live)");
    }

    private void assertFinds(SoftAssertions softly, String line, String spelling, String found) {
        CliHarness.Outcome outcome = run(line, spelling + " --expect-env " + OTHER_ID);
        softly.assertThat(outcome.exit())
                .as("%s %s: %s", line, spelling, outcome.err())
                .isEqualTo(8);
        softly.assertThat(outcome.err())
                .as("%s %s", line, spelling)
                .contains("the environment is " + found + ", not the expected " + OTHER_ID);
    }

    @Test
    void contradictionsAreRefusedAndNameBoth() {
        SoftAssertions softly = new SoftAssertions();
        commandLines().forEach((name, line) -> {
            assertContradiction(softly, line, "--env website:live --mode sandbox", "live", "sandbox");
            assertContradiction(softly, line, "--env website:live --project other", "website", "other");
            assertContradiction(softly, line, "--env acme/website:live --project globex/website", "acme/", "globex/");
            assertContradiction(softly, line, "--env " + liveId + " --project other", liveId, "other");
            assertContradiction(softly, line, "--shared --env website:live", "--shared", "website:live");
            assertContradiction(softly, line, "--shared --project other", "--shared", "other");
            assertContradiction(softly, line, "--env shared:live --shared", "--shared", "shared:live");
            Verb verb = Commands.NOUNS.command(name);
            boolean takesPlace = verb.parameters().stream().anyMatch(each -> !each.isOption() && isPlace(each));
            if (takesPlace) {
                assertContradiction(softly, line, "website:live --env other:live", "website:live", "other:live");
                assertContradiction(softly, line, "website:live --mode sandbox", "live", "sandbox");
                assertContradiction(softly, line, "website:live --project other", "website", "other");
            } else {
                softly.assertThat(takesArgument(verb))
                        .as(name + " has other arguments")
                        .isTrue();
            }
        });
        softly.assertAll();
    }

    private void assertContradiction(SoftAssertions softly, String line, String spelling, String one, String other) {
        CliHarness.Outcome outcome = run(line, spelling);
        softly.assertThat(outcome.exit())
                .as("%s %s: %s", line, spelling, outcome)
                .isEqualTo(2);
        softly.assertThat(outcome.err()).as("%s %s", line, spelling).contains(one, other);
    }

    /** A short form means the same in every command, and an option has it in every command or in none. */
    @Test
    void shortFormsMeanTheSameEverywhere() {
        Map<String, String> longNames = new TreeMap<>();
        Map<String, String> shortNames = new TreeMap<>();
        SoftAssertions softly = new SoftAssertions();
        Stream<Parameter<?>> all = Stream.concat(
                new GlobalOptions().all().stream(), verbs().flatMap(each -> each.getValue().parameters().stream()));
        all.filter(Parameter::isOption).forEach(parameter -> {
            String name = parameter.name();
            String first = parameter.names().get(0);
            String shortName = first.startsWith("--") ? "" : first;
            if (!shortName.isEmpty()) {
                String known = longNames.putIfAbsent(shortName, name);
                softly.assertThat(known == null ? name : known).as(shortName).isEqualTo(name);
            }
            String known = shortNames.putIfAbsent(name, shortName);
            softly.assertThat(known == null ? shortName : known).as(name).isEqualTo(shortName);
        });
        softly.assertAll();
        assertThat(longNames).containsEntry("-e", "--env").containsEntry("-p", "--project");
    }
}
