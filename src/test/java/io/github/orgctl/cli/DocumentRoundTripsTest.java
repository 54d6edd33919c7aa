package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.cli.app.CliHarness.Outcome;
import io.github.orgctl.cli.document.DocumentFormat;
import io.github.orgctl.cli.document.DocumentWriter;
import io.github.orgctl.core.billing.BillingChanges;
import io.github.orgctl.core.billing.IssuerChanges;
import io.github.orgctl.core.billing.PricePlanChanges;
import io.github.orgctl.core.document.BillingDocument;
import io.github.orgctl.core.document.DocumentSet;
import io.github.orgctl.core.document.EnvironmentDocument;
import io.github.orgctl.core.document.MemberDocument;
import io.github.orgctl.core.document.OrganizationDocument;
import io.github.orgctl.core.document.PricePlanDocument;
import io.github.orgctl.core.document.ProjectDocument;
import io.github.orgctl.core.document.SecretDocument;
import io.github.orgctl.core.model.billing.BillingTerms;
import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.Percentage;
import io.github.orgctl.core.model.billing.Price;
import io.github.orgctl.core.model.billing.Tiers;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.SecretReference;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.configuration.Variable;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Line;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.WebsiteUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents reproduce the content of any store in another one. */
class DocumentRoundTripsTest {
    private static final String[] GATES = {
        "--allow-live", "--allow-role-changes", "--allow-new-domains", "--allow-delete"
    };

    /** With {@code -Dorgctl.stores=500} as many stores; with {@code -Dorgctl.seed=N} others. */
    private static final int STORES = Integer.getInteger("orgctl.stores", 20);

    private static final long FIRST = Long.getLong("orgctl.seed", 1);

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

    private static final List<CurrencyUnit> CURRENCIES = List.of(CurrencyUnit.EUR, CurrencyUnit.USD, CurrencyUnit.JPY);

    @TempDir
    private Path folder;

    @Test
    void exportedAppliedAndExportedAgainTheBytesAreTheSame() throws IOException {
        for (long seed = FIRST; seed < FIRST + STORES; seed++) {
            Random random = new Random(seed);
            DocumentFormat format = List.of(DocumentFormat.values()).get(random.nextInt(2));
            String text = format.write(DocumentWriter.nested(documents(random)));
            String first = applied(empty(), format == DocumentFormat.JSON ? "a.json" : "a.yaml", text);
            assertThat(applied(empty(), "a.yaml", first)).as("seed %d", seed).isEqualTo(first);
            assertThat(format == DocumentFormat.JSON ? text : first)
                    .as("seed %d", seed)
                    .isEqualTo(text);
        }
    }

    /** What a plan lists and does for one project is what the plan of everything does for it. */
    @Test
    void projectByProjectIsTheSameAsTheWhole() throws IOException {
        for (long seed = FIRST; seed < FIRST + STORES / 2; seed++) {
            Random random = new Random(seed);
            DocumentSet before = documents(random);
            DocumentSet after = new DocumentSet(
                    before.issuer(), before.pricePlans(), before.organizations(), documents(random, before));
            List<String> exports = new ArrayList<>();
            List<String> plans = new ArrayList<>();
            for (boolean whole : new boolean[] {true, false}) {
                CliHarness cli = empty();
                applied(cli, "before.yaml", DocumentFormat.YAML.write(DocumentWriter.nested(before)));
                Files.writeString(
                        cli.work().resolve("after.yaml"), DocumentFormat.YAML.write(DocumentWriter.nested(after)));
                StringBuilder plan = new StringBuilder();
                for (String project : whole ? List.of("") : addresses(after)) {
                    plan.append(run(cli, "plan", "after.yaml", project, "-o", "ndjson")
                            .out());
                    Outcome applied = run(cli, "apply", "after.yaml", project, "--yes");
                    assertThat(applied.exit())
                            .as("seed %d: %s", seed, applied.err())
                            .isZero();
                }
                plans.add(plan.toString());
                exports.add(cli.must("export"));
            }
            assertThat(plans.get(1)).as("seed %d", seed).isEqualTo(plans.get(0));
            assertThat(exports.get(1)).as("seed %d", seed).isEqualTo(exports.get(0));
        }
    }

    private static List<String> addresses(DocumentSet documents) {
        return documents.projects().stream().map(ProjectDocument::address).toList();
    }

    private static Outcome run(CliHarness cli, String verb, String file, String project, String... options) {
        List<String> line = new ArrayList<>(List.of(verb, "-f", file));
        line.addAll(project.isEmpty() ? List.of() : List.of("--project", project));
        line.addAll(List.of(GATES));
        line.addAll(List.of(options));
        return cli.run(line.toArray(new String[0]));
    }

    private CliHarness empty() throws IOException {
        return new CliHarness(Files.createTempDirectory(folder, "store"))
                .set("VAR_A", "x")
                .set("VAR_B", "x");
    }

    /** Applies documents to an empty store, sees that nothing is left to do, and exports it. */
    private static String applied(CliHarness cli, String name, String text) throws IOException {
        Files.writeString(cli.work().resolve(name), text);
        Outcome applied = run(cli, "apply", name, "", "--yes");
        assertThat(applied.exit()).as(applied.err() + text).isZero();
        Outcome plan = cli.run("plan", "-f", name, "--allow-delete");
        assertThat(plan.exit()).as(plan.out()).isZero();
        String events = cli.must("audit", "list", "--all-orgs", "-o", "ids");
        assertThat(run(cli, "apply", name, "", "--yes").exit()).isZero();
        assertThat(cli.must("audit", "list", "--all-orgs", "-o", "ids")).isEqualTo(events);
        return cli.must("export");
    }

    private static DocumentSet documents(Random random) {
        List<PricePlanDocument> pricePlans = pricePlans(random);
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
                    account(random, pricePlans),
                    true));
            for (int j = 0; j < random.nextInt(4); j++) {
                projects.add(project(random, slug, j));
            }
        }
        return new DocumentSet(issuer(random), pricePlans, organizations, projects);
    }

    private static IssuerChanges issuer(Random random) {
        return random.nextBoolean()
                ? null
                : new IssuerChanges(line(random), description(random), new Line("TAX 1"), email(random));
    }

    private static Optional<Email> email(Random random) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(new Email("no@example.com"));
    }

    /** By their names. One that every store has may have prices, too. */
    private static List<PricePlanDocument> pricePlans(Random random) {
        List<PricePlanDocument> documents = new ArrayList<>();
        for (String name : List.of("no", "plan-1", "standard", "yes")) {
            CurrencyUnit currency = random.nextInt(3) == 0 ? null : CURRENCIES.get(random.nextInt(CURRENCIES.size()));
            NavigableMap<LocalDate, PricePlanChanges> scheduled = new TreeMap<>();
            for (int i = 0; i < random.nextInt(3); i++) {
                scheduled.put(LocalDate.of(2090, 1 + i, 1 + random.nextInt(28)), prices(random, currency, 2 + i));
            }
            boolean begins = name.equals("standard") || scheduled.isEmpty() || random.nextInt(4) > 0;
            if (random.nextBoolean()) {
                documents.add(new PricePlanDocument(
                        new Slug(name),
                        random.nextInt(4) == 0,
                        begins ? prices(random, currency, 1) : null,
                        scheduled));
            }
        }
        return documents;
    }

    /**
     * @param number tells one version from the others
     */
    private static PricePlanChanges prices(Random random, CurrencyUnit currency, int number) {
        NavigableMap<Metric, Tiers> meters = new TreeMap<>();
        for (String metric : List.of("1", "no", "null", "a.b-c")) {
            if (random.nextInt(3) == 0) {
                meters.put(
                        new Metric(metric),
                        Tiers.parse(currency == null ? "10:0,0" : "1000:0,100000:0.05,0.0000000001"));
            }
        }
        return new PricePlanChanges(
                null,
                currency,
                Price.parse(currency == null ? "0" : "49." + number),
                Price.parse(currency == null || random.nextBoolean() ? "0" : "999999999999.0000000001"),
                (long) number,
                meters,
                List.of());
    }

    /** The account pays in what its price plans cost. */
    private static BillingDocument account(Random random, List<PricePlanDocument> pricePlans) {
        BillingTerms first = terms(random, pricePlans, false);
        NavigableMap<LocalDate, BillingTerms> scheduled = new TreeMap<>();
        BillingTerms last = first;
        for (int i = 0; i < random.nextInt(3); i++) {
            BillingTerms next = terms(random, pricePlans, true);
            if (!next.equals(last)) {
                scheduled.put(LocalDate.of(2091, 1 + i, 1), next);
                last = next;
            }
        }
        BillingChanges changes = new BillingChanges(
                first.plan(),
                first.currency(),
                null,
                email(random),
                line(random),
                description(random),
                line(random),
                random.nextBoolean() ? Optional.empty() : Optional.of(LocalDate.of(2090, 2, 28)),
                (long) random.nextInt(366),
                Percentage.parse(List.of("0", "12.5", "100", "0.01").get(random.nextInt(4))));
        return new BillingDocument(changes, scheduled);
    }

    /**
     * @param later whether price plans that are yet to begin will have begun
     */
    private static BillingTerms terms(Random random, List<PricePlanDocument> pricePlans, boolean later) {
        List<BillingTerms> possible = new ArrayList<>();
        CurrencyUnit any = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
        possible.add(new BillingTerms(new Slug("free"), any));
        for (PricePlanDocument each : pricePlans) {
            if (each.prices() != null || later) {
                PricePlanChanges prices = each.prices() != null
                        ? each.prices()
                        : each.scheduled().firstEntry().getValue();
                possible.add(new BillingTerms(each.name(), prices.currency() == null ? any : prices.currency()));
            }
        }
        return possible.get(random.nextInt(possible.size()));
    }

    private static Line line(Random random) {
        try {
            return new Line(text(random));
        } catch (Failure forbidden) {
            return Line.NONE;
        }
    }

    private static ProjectDocument project(Random random, Slug organization, int number) {
        String schema = "{\n  \"type\": \"object\"\n}" + (random.nextBoolean() ? "\n" : "");
        return new ProjectDocument(
                organization,
                new Slug("p-" + number),
                null,
                null,
                name(random, number),
                description(random),
                random.nextInt(3) > 0 ? null : schema,
                environment(random),
                environment(random));
    }

    /** Other content of the same projects. */
    private static List<ProjectDocument> documents(Random random, DocumentSet before) {
        List<ProjectDocument> projects = new ArrayList<>();
        for (ProjectDocument each : before.projects()) {
            int number = Integer.parseInt(each.slug().value().substring(2));
            projects.add(project(random, each.organization(), number));
        }
        return projects;
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
        Set<String> names = new HashSet<>();
        for (int i = 0; i < random.nextInt(6); i++) {
            Key key = new Key(KEYS.get(random.nextInt(KEYS.size() - 1)).replace("~", ""));
            // Only one of the keys that would be exported under the same name can be set.
            if (names.add(Variable.nameOf(key))) {
                values.put(key, value(random, 3));
            }
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
