package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.cli.app.CliHarness.Outcome;
import io.github.orgctl.cli.document.DocumentField;
import io.github.orgctl.cli.document.DocumentForm;
import io.github.orgctl.core.model.value.Sha256;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Malformed files are refused with a position, and never cause a bug. */
class HostileDocumentsTest {
    /** With {@code -Dorgctl.lines=10000000} as many as a file can have. */
    private static final int LINES = Integer.getInteger("orgctl.lines", 100_000);

    private static final int LONGEST = 63 * 1024 * 1024;

    private static final String HEAD = "apiVersion: orgctl/v1\nkind: Organization\nslug: acme\nname: Acme\n";

    private static final Pattern PLACE =
            Pattern.compile("a\\.json:[1-9]|acme/|the organization x |the schema |the price plan ");

    private static final List<String> VALUES = List.of(
            "5",
            "-0",
            "1e999999999",
            "true",
            "null",
            "\"\"",
            "\"x\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\u202e\"",
            "\"" + "x".repeat(5000) + "\"",
            "[]",
            "[[]]",
            "[null]",
            "[5]",
            "{}",
            "{\"\": 1}",
            "{\"a\": null}",
            "{\"a\": 1, \"a.b\": 1}",
            "{\"a\": \"env:\"}",
            "{\"\\u0000\": \"\\u0000\"}");

    @TempDir
    private Path folder;

    private CliHarness cli;

    @BeforeEach
    void start() {
        cli = new CliHarness(folder);
        cli.must("org", "create", "Acme");
        cli.must("project", "create", "Website", "--org", "acme");
    }

    private Outcome plan(String name, String text) {
        try {
            Files.writeString(cli.work().resolve(name), text);
        } catch (IOException exception) {
            throw new AssertionError(exception);
        }
        return cli.run("plan", "-f", name);
    }

    /** As often as asked for, and as there is room for in the longest file. */
    private static int times(String text) {
        return Math.min(LINES, LONGEST / text.length());
    }

    private static void assertRefused(Outcome outcome, String name) {
        assertThat(outcome.exit()).as(outcome.err()).isIn(2, 5);
        assertThat(outcome.err())
                .containsPattern(name + ":[1-9][0-9]*:[1-9][0-9]*: ")
                .doesNotContain("Exception");
        assertThat(outcome.err().length()).isLessThan(20_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "- ", "? ", "{a: ", "[[{a: ", "!x [", "&a [", "- - ? - "})
    void deepNesting(String opening) {
        assertRefused(plan("a.yaml", opening.repeat(times(opening))), "a.yaml");
        assertRefused(plan("b.yaml", HEAD + "description: " + opening.repeat(times(opening))), "b.yaml");
        assertRefused(plan("a.json", opening.repeat(times(opening))), "a.json");
    }

    @Test
    void aliasesThatMultiply() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 100; i++) {
            text.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        assertRefused(plan("a.yaml", HEAD + text), "a.yaml");
        assertRefused(plan("b.yaml", "&a [*a, *a]\n"), "b.yaml");
        assertRefused(plan("c.yaml", HEAD + "description: &a {<<: *a}\n"), "c.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "a: \u0000",
                "\u0007",
                "a: \"\\ud800\"",
                "\"\\udc00\\ud800\": 1",
                "a: \"\\x\"",
                "%YAML 9.9\n--- {}",
                "%TAG ! tag:x,2000:\n--- !x {}",
                "\t- a",
                "a: b: c",
                "\"open",
                "{a: 1",
                "a: |9999999999\n  b",
                "? [a]\n: 1",
                "!!binary aGk=",
                "--- !!python/object/apply:os.system [ls]",
                "...\n...\n%X"
            })
    void whatIsNoYaml(String text) {
        assertRefused(plan("a.yaml", text), "a.yaml");
        assertRefused(plan("a.json", text), "a.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: 1\n", "- a\n", "---\n", "--- {}\n", "{}\n", "? a\n", "\"a\":\n", "a\n", "[\n", "%A\n"})
    void manyShortLines(String line) throws IOException {
        for (String name : List.of("a.yaml", "a.json")) {
            try (Writer writer = Files.newBufferedWriter(cli.work().resolve(name))) {
                for (int i = 0; i < times(line); i++) {
                    writer.write(line);
                }
            }
            assertRefused(cli.run("plan", "-f", name), name);
        }
    }

    @Test
    void filesThatAreTooLong() throws IOException {
        try (Writer writer = Files.newBufferedWriter(cli.work().resolve("a.yaml"))) {
            writer.write(HEAD);
            String line = "# " + "x".repeat(1021) + "\n";
            for (int i = 0; i < 100 * 1024; i++) {
                writer.write(line);
            }
        }
        Outcome outcome = cli.run("plan", "-f", "a.yaml");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("a.yaml is longer than 64 MiB");
    }

    /** Each field holds each kind of value: either it is fine, or its place or its resource is told. */
    @ParameterizedTest
    @EnumSource(DocumentField.class)
    void valuesOfWrongTypes(DocumentField field) {
        List<String> wrong = new ArrayList<>();
        for (String value : VALUES) {
            for (DocumentForm form : DocumentForm.values()) {
                if (form.fields().contains(field)) {
                    Outcome outcome = plan("a.json", document(form, field, value));
                    boolean told = PLACE.matcher(outcome.err()).find() && outcome.exit() == 2;
                    if (!told && !List.of(0, 1, 3, 5).contains(outcome.exit())) {
                        wrong.add(form + " " + field + " " + value + ": " + outcome.exit() + " " + outcome.err());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** A document in which everything is right but one field. */
    private static String document(DocumentForm form, DocumentField wrong, String value) {
        String object = object(form, wrong, value);
        return switch (form) {
            case ORGANIZATION, PROJECT, PRICE_PLAN, ISSUER -> object;
            case LISTED_PROJECT -> object(DocumentForm.ORGANIZATION, DocumentField.PROJECTS, "[" + object + "]");
            case MEMBER -> object(DocumentForm.ORGANIZATION, DocumentField.MEMBERS, "[" + object + "]");
            case ENVIRONMENT -> object(DocumentForm.PROJECT, DocumentField.SANDBOX, object);
            case BILLING -> object(DocumentForm.ORGANIZATION, DocumentField.BILLING, object);
            case PRICES -> object(DocumentForm.PRICE_PLAN, DocumentField.SCHEDULED_PRICES, "[" + object + "]");
            case TERMS ->
                object(
                        DocumentForm.ORGANIZATION,
                        DocumentField.BILLING,
                        object(DocumentForm.BILLING, DocumentField.SCHEDULED_TERMS, "[" + object + "]"));
        };
    }

    private static String object(DocumentForm form, DocumentField wrong, String value) {
        StringBuilder json = new StringBuilder("{");
        for (DocumentField field : form.fields()) {
            String right =
                    switch (field) {
                        case API_VERSION -> "\"orgctl/v1\"";
                        case KIND -> "\"" + form.kind() + "\"";
                        case ORGANIZATION -> "\"acme\"";
                        case SLUG -> form == DocumentForm.ORGANIZATION ? "\"acme\"" : "\"website\"";
                        case EMAIL -> "\"ann@example.com\"";
                        case ROLE -> "\"admin\"";
                        case PRICE_PLAN -> "\"standard\"";
                        case FROM -> "\"2090-01-01\"";
                        default -> null;
                    };
            String text = field == wrong ? value : right;
            if (text != null) {
                json.append(json.length() == 1 ? "" : ",")
                        .append('"')
                        .append(field.jsonName())
                        .append("\":")
                        .append(text);
            }
        }
        return json.append('}').toString();
    }

    /** The digest tells that a plan was edited, not that somebody else wrote it. */
    @Test
    void savedPlansThatNobodySaved() throws IOException {
        Path plan = cli.work().resolve("p");
        Files.writeString(
                cli.work().resolve("a.yaml"),
                "apiVersion: orgctl/v1\nkind: Project\norganization: acme\nslug: website\n"
                        + "sandbox: {configuration: {a: 1}}\n");
        cli.run("plan", "-f", "a.yaml", "--out", "p");
        String sound = Files.readString(plan);
        String content = sound.substring(0, sound.indexOf(",\"digest\""));
        List<String> wrong = new ArrayList<>();
        for (String forged : forgeries(content)) {
            Files.writeString(plan, forged + ",\"digest\":\"" + Sha256.of(forged) + "\"}\n");
            Outcome outcome = cli.run("apply", "p", "--yes");
            if (!List.of(0, 2, 3, 4, 8).contains(outcome.exit())) {
                wrong.add(forged + ": " + outcome.exit() + " " + outcome.err());
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** With each character left out, each word replaced and each end cut off. */
    private static List<String> forgeries(String content) {
        List<String> forgeries = new ArrayList<>();
        for (int i = 0; i < content.length(); i++) {
            forgeries.add(content.substring(0, i) + content.substring(i + 1));
            forgeries.add(content.substring(0, i) + "5" + content.substring(i + 1));
            forgeries.add(content.substring(0, i));
        }
        for (String member :
                List.of("message", "opened", "anchors", "preconditions", "changes", "documents", "gates")) {
            for (String value : VALUES) {
                forgeries.add(content.replaceFirst(
                        "\"" + member + "\":", "\"" + member + "\":" + value.replace("\\", "\\\\") + ",\"x\":"));
            }
        }
        return forgeries;
    }
}
