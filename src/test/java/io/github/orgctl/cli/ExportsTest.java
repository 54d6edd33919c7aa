package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The output of export, for orgctl and for other programs. */
class ExportsTest {
    @TempDir
    private Path folder;

    private CliHarness cli;

    @BeforeEach
    void start() {
        cli = new CliHarness(folder);
    }

    /** A reader of YAML 1.1 would take many of these for something else. */
    @Test
    @SuppressWarnings("unchecked")
    void everyReaderOfYamlSeesTheSameKeysAndTexts() throws IOException {
        cli.must("org", "create", "Acme");
        cli.must("project", "create", "Website", "--org", "acme");
        Files.writeString(
                cli.work().resolve("v.json"),
                "{\"on\":\"1e5\",\"NO\":\"0x1F\",\"y\":\"1_000\",\"null\":\"1.10\",\"1\":\".5\",\"0b11\":\"+1\","
                        + "\"12e3\":\".inf\",\"true\":\"2001-01-01\",\"1_0\":\"1:30\",\"a\":{\"b\":1}}");
        cli.must("config", "import", "-f", "v.json", "--format", "json", "--env", "acme/website:sandbox");
        Map<String, Object> document = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(cli.must("export", "--project", "acme/website"));
        Map<String, Object> values =
                (Map<String, Object>) ((Map<String, Object>) document.get("sandbox")).get("configuration");
        assertThat(values)
                .containsEntry("on", "1e5")
                .containsEntry("NO", "0x1F")
                .containsEntry("y", "1_000")
                .containsEntry("null", "1.10")
                .containsEntry("1", ".5")
                .containsEntry("0b11", "+1")
                .containsEntry("12e3", ".inf")
                .containsEntry("true", "2001-01-01")
                .containsEntry("1_0", "1:30")
                .containsEntry("a.b", 1);
    }

    /** The key a.b is not the member b of an object a. */
    @Test
    void plansTellAKeyFromAPlaceInAValue() throws IOException {
        cli.must("org", "create", "Acme");
        cli.must("project", "create", "Website", "--org", "acme");
        cli.must("config", "set", "a.b=1", "--env", "acme/website:sandbox");
        Files.writeString(
                cli.work().resolve("a.yaml"),
                "apiVersion: orgctl/v1\nkind: Project\norganization: acme\nslug: website\n"
                        + "sandbox: {configuration: {c: {b: 1}}}\n");
        assertThat(cli.run("plan", "-f", "a.yaml", "--allow-delete", "--fields", "operation,key,after", "-o", "csv")
                        .out())
                .contains("delete,a.b,", "create,c,\"{\"\"b\"\":1}\"");
    }

    @Test
    void addressesThatReadAlikeAreDifferentFiles() {
        cli.must("org", "create", "A", "--slug", "a");
        cli.must("org", "create", "A-B", "--slug", "a-b");
        cli.must("project", "create", "P", "--slug", "b-c", "--org", "a");
        cli.must("project", "create", "P", "--slug", "c", "--org", "a-b");
        cli.must("org", "create", "Price plans", "--slug", "price-plans");
        cli.must("project", "create", "Team", "--org", "price-plans");
        cli.must("billing", "plan", "create", "team");
        assertThat(cli.run("export", "--dir", "out").err()).contains("7 of 7 files written");
        assertThat(cli.work().resolve("out/a/b-c.yaml")).exists();
        assertThat(cli.work().resolve("out/a-b/c.yaml")).exists();
        assertThat(cli.work().resolve("out/price_plans/team.yaml")).exists();
        assertThat(cli.work().resolve("out/price-plans/team.yaml")).exists();
        assertThat(cli.run("plan", "-f", "out").exit()).isZero();
    }

    @Test
    void referencesSurvive() throws IOException {
        cli.set("A", "x").set("B", "x");
        cli.must("org", "create", "Acme");
        cli.must("project", "create", "Website", "--org", "acme");
        cli.must("secret", "set", "a", "--ref", "env:A", "--env", "acme/website:live");
        cli.must("export", "--dir", "out");
        Path file = cli.work().resolve("out/acme/website.yaml");
        Files.writeString(file, Files.readString(file).replace("env:A", "env:B"));
        String kept = Files.readString(file);
        cli.must("apply", "-f", "out", "--allow-live", "--yes");
        assertThat(cli.run("export", "--dir", "out").err()).contains("0 of 2 files written");
        assertThat(file).hasContent(kept);
    }

    /** Libraries stop at 3 MiB. */
    @Test
    void oneDocumentMayBeLong() throws IOException {
        StringBuilder text = new StringBuilder("apiVersion: orgctl/v1\nkind: Organization\nslug: acme\nname: Acme\n"
                + "projects:\n  - slug: website\n    name: Website\n    sandbox:\n      configuration:\n");
        for (int i = 0; i < 80; i++) {
            text.append("        k")
                    .append(i)
                    .append(": \"")
                    .append("x".repeat(60_000))
                    .append("\"\n");
        }
        Files.writeString(cli.work().resolve("a.yaml"), text);
        cli.must("apply", "-f", "a.yaml", "--yes");
        assertThat(cli.run("plan", "-f", "a.yaml").exit()).isZero();
        Files.writeString(cli.work().resolve("b.yaml"), cli.must("export"));
        assertThat(cli.run("plan", "-f", "b.yaml", "--drift").exit()).isZero();
    }
}
