package io.github.orgctl.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.cli.document.DocumentField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published JSON Schema of documents accepts all exported documents, and rejects what the program rejects. */
class DocumentSchemaTest {
    private static final String HEAD = "\"apiVersion\":\"orgctl/v1\",\"kind\":\"Organization\",\"slug\":\"acme\"";

    @TempDir
    private Path folder;

    private CliHarness cli;
    private CompiledSchema schema;

    @BeforeEach
    void start() throws IOException {
        cli = new CliHarness(folder);
        schema = (CompiledSchema) new JsonSchemas().read(Files.readString(Path.of("docs/schema/orgctl-v1.json")));
        cli.must("org", "create", "Acme", "--description", "d", "--website", "https://example.com");
        cli.must("project", "create", "Website", "--org", "acme", "--description", "d");
        cli.must("member", "invite", "ann@example.com", "--org", "acme");
        cli.must("config", "set", "a.b=1", "on=x", "--env", "acme/website:live");
        cli.must("secret", "set", "s", "--ref", "env:X", "--env", "acme/website:sandbox");
        cli.typing("v").must("secret", "set", "t", "--env", "acme/website:sandbox");
        cli.must(
                "billing",
                "issuer",
                "set",
                "--name",
                "Initech",
                "--address",
                "a\nb",
                "--tax-id",
                "T",
                "--email",
                "i@example.com");
        cli.must(
                "billing",
                "plan",
                "create",
                "team",
                "--currency",
                "EUR",
                "--base",
                "1.50",
                "--seat",
                "2",
                "--meter",
                "a=9:0,1");
        cli.must("billing", "plan", "update", "team", "--seats-included", "3", "--from", "2090-01-01");
        cli.must(
                "billing",
                "update",
                "--org",
                "acme",
                "--plan",
                "team",
                "--email",
                "b@example.com",
                "--legal-name",
                "L");
        cli.must("billing", "update", "--org", "acme", "--address", "x", "--tax-id", "T", "--trial-end", "2090-01-01");
        cli.must("billing", "update", "--org", "acme", "--discount", "12.5", "--plan", "free", "--from", "2091-01-01");
        Files.writeString(cli.work().resolve("s.json"), "{\"type\":\"object\"}");
        cli.must("schema", "set", "-f", "s.json", "acme/website");
    }

    private boolean isValid(String json) throws IOException {
        return schema.errors(SchemaJson.read(json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--with-ids", "--project=acme/website", "--mode=live"})
    void takesWhatIsExportedAndSoDoesPlan(String option) throws IOException {
        String json = option.isEmpty()
                ? cli.must("export", "--format", "json")
                : cli.must("export", "--format", "json", option);
        // A file may hold several documents; JSON Schema is about each.
        for (String document : json.split("(?<=\n\\})\n(?=\\{)")) {
            assertThat(isValid(document)).as(document).isTrue();
        }
        assertThat(json).contains("\"a.b\": 1");
        if (option.equals("--with-ids")) {
            for (DocumentField field :
                    EnumSet.complementOf(EnumSet.of(DocumentField.RENAMED_FROM, DocumentField.ORGANIZATION))) {
                assertThat(json).contains("\"" + field.jsonName() + "\": ");
            }
        }
        Files.writeString(cli.work().resolve("a.json"), json);
        assertThat(cli.run("plan", "-f", "a.json", "--allow-delete").exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{" + HEAD + ",\"x\":1}",
                "{" + HEAD + ",\"name\":null}",
                "{" + HEAD + ",\"members\":null}",
                "{" + HEAD + ",\"members\":{}}",
                "{" + HEAD + ",\"members\":[{\"email\":\"a@example.com\"}]}",
                "{" + HEAD + ",\"members\":[{\"email\":\"a@example.com\",\"role\":\"boss\"}]}",
                "{" + HEAD + ",\"liveWrites\":\"viewer\"}",
                "{" + HEAD + ",\"id\":\"1\"}",
                "{" + HEAD + ",\"projects\":[{\"slug\":\"A\"}]}",
                "{" + HEAD + ",\"projects\":[{\"slug\":\"a\",\"schema\":1}]}",
                "{" + HEAD + ",\"projects\":[{\"slug\":\"a\",\"live\":{\"secrets\":{\"k\":\"******\"}}}]}",
                "{" + HEAD + ",\"projects\":[{\"slug\":\"a\",\"live\":{\"configuration\":{\"a..b\":1}}}]}",
                "{" + HEAD + ",\"billing\":{\"plan\":\"A\"}}",
                "{" + HEAD + ",\"billing\":{\"paymentDays\":\"5\"}}",
                "{" + HEAD + ",\"billing\":{\"trialEnd\":\"soon\"}}",
                "{" + HEAD + ",\"billing\":{\"discount\":-1}}",
                "{" + HEAD + ",\"billing\":{\"scheduled\":[{\"plan\":\"free\"}]}}",
                "{\"apiVersion\":\"orgctl/v1\",\"kind\":\"PricePlan\"}",
                "{\"apiVersion\":\"orgctl/v1\",\"kind\":\"PricePlan\",\"name\":\"a\",\"currency\":\"eur\"}",
                "{\"apiVersion\":\"orgctl/v1\",\"kind\":\"PricePlan\",\"name\":\"a\",\"base\":\"x\"}",
                "{\"apiVersion\":\"orgctl/v1\",\"kind\":\"PricePlan\",\"name\":\"a\",\"meters\":{\"A\":1}}",
                "{\"apiVersion\":\"orgctl/v1\",\"kind\":\"Issuer\",\"name\":5}",
                "{\"apiVersion\":\"orgctl/v2\",\"kind\":\"Organization\",\"slug\":\"acme\"}",
                "{\"apiVersion\":\"orgctl/v1\",\"kind\":\"Project\",\"slug\":\"acme\"}",
            })
    void refusesWhatPlanRefuses(String json) throws IOException {
        assertThat(isValid(json)).isFalse();
        Files.writeString(cli.work().resolve("a.json"), json);
        assertThat(cli.run("plan", "-f", "a.json").exit()).isEqualTo(2);
    }

    @Test
    void takesWhatPlanTakes() throws IOException {
        String json = "{" + HEAD + ",\"renamedFrom\":\"old\",\"name\":\"Acme\",\"projects\":[{\"slug\":\"a\","
                + "\"renamedFrom\":\"x/y\",\"schema\":{\"type\":\"object\"},\"name\":\"A\",\"live\":{\"configuration\":"
                + "{\"a\":null},\"secrets\":{\"s\":\"cmd:pass show x\"}}}]}";
        assertThat(isValid(json)).isTrue();
        Files.writeString(cli.work().resolve("a.json"), json);
        assertThat(cli.run("plan", "-f", "a.json").exit()).isEqualTo(1);
    }
}
