package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness.Outcome;
import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.cli.document.DocumentFormat;
import io.github.orgctl.cli.document.DocumentWriter;
import io.github.orgctl.core.document.DocumentSet;
import io.github.orgctl.core.document.EnvironmentDocument;
import io.github.orgctl.core.document.MemberDocument;
import io.github.orgctl.core.document.OrganizationDocument;
import io.github.orgctl.core.document.ProjectDocument;
import io.github.orgctl.core.document.SecretDocument;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.SecretReference;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.WebsiteUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Whatever a store holds, documents carry it to another. */
class DocumentRoundTripsTest {
    private static final String[] GATES = {"--allow-live", "--allow-role-changes", "--allow-new-domains", "--yes"};

    /** What other programs lose, change or take for something else. */
    private static final List<String> TEXTS = List.of(
            "1e5",
            "0x1F",
            "1_000",
            "1.10",
            ".5",
            "+1",
            "0b11",
            ".inf",
            "NO",
            "on",
            "y",
            "null",
            "~",
            "",
            " ",
            "- a",
            "a: b",
            "#c",
            "'",
            "\"",
            "\\",
            "a\r\nb",
            "a\u0085b\nc",
            "\ufeffx",
            "x \n",
            "\n\n",
            "\ta\n",
            "a\nb\n",
            "a\n\n  b\nc",
            " a\nb",
            "a\nb\n\n",
            "\u2028",
            "\u00a0",
            "😀",
            "<<",
            "=",
            "%a",
            "@a",
            "`",
            "---",
            "...",
            "2001-01-01",
            "1:30",
            "{a}",
            "[a]",
            "!a",
            "&a",
            "*a",
            "|",
            ">",
            "?",
            "\u0000",
            "\u007f",
            "é",
            "e\u0301");

    private static final List<String> NUMBERS = List.of(
            "1", "1.0", "0.10", "1e3", "-0", "12345678901234567890", "1E+400", "true", "false", "null", "[]", "{}");

    private static final List<String> KEYS = List.of(
            "on", "NO", "y", "null", "1", "1e5", "a.b", "0x1F", "-", "_", "true", "a-b", "A.b.C", "12.5", "e", "~x");

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void exportedAppliedAndExportedAgainTheBytesAreTheSame(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        String text =
                List.of(DocumentFormat.values()).get(random.nextInt(2)).write(DocumentWriter.nested(documents(random)));
        Path folder = Files.createTempDirectory("documents");
        CliHarness cli = new CliHarness(folder);
        for (String name : List.of("A", "B")) {
            cli.set("VAR_" + name, "x");
        }
        String first = applied(cli, text.startsWith("{") ? "a.json" : "a.yaml", text);
        assertThat(applied(
                        new CliHarness(Files.createTempDirectory("documents"))
                                .set("VAR_A", "x")
                                .set("VAR_B", "x"),
                        "a.yaml",
                        first))
                .isEqualTo(first);
        assertThat(text.startsWith("{") ? text : first).isEqualTo(text);
    }

    /** Applies documents to an empty store, sees that nothing is left to do, and exports it. */
    private static String applied(CliHarness cli, String name, String text) throws IOException {
        Files.writeString(cli.work().resolve(name), text);
        Outcome applied = apply(cli, name);
        assertThat(applied.exit()).as(applied.err() + text).isZero();
        Outcome plan = cli.run("plan", "-f", name, "--allow-delete");
        assertThat(plan.exit()).as(plan.out()).isZero();
        String events = cli.must("audit", "list", "--all-orgs", "-o", "ids");
        assertThat(apply(cli, name).exit()).isZero();
        assertThat(cli.must("audit", "list", "--all-orgs", "-o", "ids")).isEqualTo(events);
        return cli.must("export");
    }

    private static Outcome apply(CliHarness cli, String name) {
        List<String> line = new ArrayList<>(List.of("apply", "-f", name));
        line.addAll(List.of(GATES));
        return cli.run(line.toArray(new String[0]));
    }

    private static DocumentSet documents(Random random) {
        List<OrganizationDocument> organizations = new ArrayList<>();
        List<ProjectDocument> projects = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            Slug slug = new Slug("org-" + i);
            organizations.add(new OrganizationDocument(
                    slug,
                    null,
                    null,
                    name(random, i),
                    random.nextBoolean() ? WebsiteUrl.NONE : new WebsiteUrl("https://example.com/" + i),
                    description(random),
                    new LiveWrites(List.of(Role.values()).get(1 + random.nextInt(3))),
                    members(random),
                    true));
            for (int j = 0; j < random.nextInt(4); j++) {
                projects.add(new ProjectDocument(
                        slug,
                        new Slug("p-" + j),
                        null,
                        null,
                        name(random, j),
                        description(random),
                        random.nextInt(3) > 0
                                ? null
                                : "{\n  \"type\": \"object\"\n}" + (random.nextBoolean() ? "\n" : ""),
                        environment(random),
                        environment(random)));
            }
        }
        return new DocumentSet(organizations, projects);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder(TEXTS.get(random.nextInt(TEXTS.size())));
        while (random.nextInt(3) > 0) {
            text.append(random.nextBoolean() ? TEXTS.get(random.nextInt(TEXTS.size())) : "word ");
        }
        return text.toString();
    }

    private static Name name(Random random, int number) {
        try {
            return new Name(text(random) + number);
        } catch (Failure forbidden) {
            return new Name("Name " + number);
        }
    }

    private static Description description(Random random) {
        try {
            return new Description(text(random));
        } catch (Failure forbidden) {
            return Description.NONE;
        }
    }

    private static List<MemberDocument> members(Random random) {
        List<MemberDocument> members = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            members.add(new MemberDocument(
                    new Email("on" + i + "@example.com"), List.of(Role.values()).get(random.nextInt(4))));
        }
        return members;
    }

    private static EnvironmentDocument environment(Random random) {
        NavigableMap<Key, Value> values = new TreeMap<>();
        NavigableMap<Key, SecretDocument> secrets = new TreeMap<>();
        for (int i = 0; i < random.nextInt(6); i++) {
            String key = KEYS.get(random.nextInt(KEYS.size() - 1)).replace("~", "");
            values.put(new Key(key), value(random, 3));
        }
        for (int i = 0; i < random.nextInt(3); i++) {
            String target = random.nextBoolean() ? "env:VAR_A" : "env:VAR_B";
            secrets.put(new Key("secret" + i), new SecretDocument(SecretReference.parse(target)));
        }
        return new EnvironmentDocument(values, secrets);
    }

    private static Value value(Random random, int levels) {
        return switch (random.nextInt(levels == 0 ? 2 : 4)) {
            case 0 -> Value.ofText(text(random));
            case 1 -> new Value(NUMBERS.get(random.nextInt(NUMBERS.size())));
            case 2 ->
                new Value("[" + value(random, levels - 1).json() + ","
                        + value(random, levels - 1).json() + "]");
            default ->
                new Value("{" + Value.json(text(random)) + ":"
                        + value(random, levels - 1).json() + "}");
        };
    }
}
