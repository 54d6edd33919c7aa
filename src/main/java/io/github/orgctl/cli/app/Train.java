package io.github.orgctl.cli.app;

import io.github.orgctl.cli.host.EnvironmentVariable;
import io.github.orgctl.cli.host.Io;
import io.github.orgctl.cli.settings.Setting;
import io.github.orgctl.cli.startup.Archive;
import io.github.orgctl.cli.startup.PracticeServer;
import io.github.orgctl.store.jdbc.Migrations;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs typical commands against a temporary store, so that their classes are archived. */
final class Train {
    /** Name of the hidden command. */
    static final String COMMAND = Archive.TRAINING;

    private static final List<String> COMMAND_LINES = List.of(
            "--version",
            "--help",
            "org create Acme --use",
            "org create Globex",
            "project create Website --use",
            "org list",
            "org list -o json",
            // Parsed by picocli.
            "org list -ojson",
            "org list --color always",
            "org show acme -o json",
            "org update acme --description x",
            "org show acmee",
            "org --help",
            "org list --help",
            "help gates",
            "project list",
            "project list --all-orgs -o ndjson",
            "project list --limit 1 -o ids",
            "project show website -o csv",
            "project show --frobnicate",
            "env show website --mode sandbox",
            "env show acme/website:live -o json",
            "env list",
            "config set a=1 b=x --mode sandbox",
            "config get b --mode sandbox",
            "config list --mode sandbox",
            "env show website --mode sandbox",
            "env run website --mode sandbox -- true",
            "status",
            "status --prompt bash",
            "search website",
            "version",
            "version -o json",
            // Longer than what is written at once.
            "commands",
            "store info",
            "__complete organization a",
            "__complete project w",
            "__complete format j",
            "org show acme --as ann@example.com",
            "member list",
            "member invite ann@example.com",
            "audit list",
            "token list",
            "billing show",
            "billing plan list",
            "billing update --legal-name Acme",
            "billing usage record --env website:live --metric calls --quantity 1",
            "billing usage summary",
            "billing statement",
            "project create Docs --use",
            "project create Blog",
            "project update blog --description x",
            "project move blog --to globex",
            "project show nope",
            "project list -o yaml",
            "project list --jq .[].slug",
            "org list -o csv",
            "org lst",
            "orgg",
            "use website",
            "config copy --from website:sandbox --to docs:sandbox",
            "config get nope --mode sandbox",
            "config unset b --mode sandbox",
            "env diff",
            "env promote",
            "env promote --yes --dry-run",
            "env promote --yes --allow-new-domains",
            "env history --mode live",
            "env history --mode live -o json",
            "env rollback --env website:live --to 1 --yes --allow-delete",
            "env export --mode sandbox --format dotenv",
            "env lock --env website:live --reason x",
            "env unlock --env website:live",
            "secret set k --mode sandbox --from-env HOME",
            "secret list --mode sandbox",
            "secret reveal k --mode sandbox",
            "schema set --file -",
            "schema show",
            "config validate",
            "config set a=2 --mode sandbox",
            "invite list",
            "member list -o json",
            "member role ann@example.com admin",
            "access list",
            "audit list -o json",
            "audit verify",
            "billing show -o json",
            "export",
            "settings list",
            "alias list",
            "completion bash",
            "doctor",
            "store check",
            "project delete docs --confirm docs",
            "project restore docs");

    /** Commands run as in a terminal: with colours, a current project, and confirmations of live. */
    private static final List<String> IN_TERMINAL = List.of(
            "--help",
            "org list --help",
            "version",
            "status",
            "search website",
            "org list",
            "org show",
            "project list",
            "env list",
            "env show docs:live",
            "config set b=3 --mode live",
            "config list --mode live",
            "member list",
            "token list",
            "audit list --no-pager",
            "doctor",
            "__complete organization a",
            "project delete docs --confirm docs");

    /** Commands run against a PostgreSQL address that is not reachable. */
    private static final List<String> AT_SERVER = List.of(
            "org list",
            "org list -o json",
            "org show acme",
            "org create Acme",
            "env show acme/website:sandbox",
            "config set a=1 --env acme/website:sandbox",
            "audit list --org acme",
            "__complete organization a",
            "store info");

    /** Read by the one command that reads its standard input. */
    private static final String SCHEMA = "{\"properties\": {\"a\": {\"type\": \"integer\"}}}";

    private static final String TOKEN = "token create --name CI -o csv --fields token --no-header";

    private Train() {}

    static void run() throws IOException {
        Path home = Files.createTempDirectory("orgctl-train");
        try {
            Io io = io(OutputStream.nullOutputStream());
            Map<String, String> environment = Map.of(
                    "HOME", home.toString(), "XDG_CONFIG_HOME", home + "/config", "XDG_DATA_HOME", home + "/data");
            for (String commandLine : COMMAND_LINES) {
                Cli.run(commandLine.split(" "), io, environment);
            }
            inTerminal(environment);
            atServer(io, environment);
        } finally {
            delete(home);
        }
    }

    private static void inTerminal(Map<String, String> environment) {
        Map<String, String> paged = new HashMap<>(environment);
        // A program that every system has, and that shows nothing.
        paged.put("PAGER", "true");
        Map<String, String> withToken = new HashMap<>(paged);
        withToken.put(EnvironmentVariable.TOKEN.variable(), token(environment));
        for (String commandLine : IN_TERMINAL) {
            Cli.run(commandLine.split(" "), terminal(), paged);
            Cli.run(commandLine.split(" "), terminal(), withToken);
        }
    }

    private static void atServer(Io io, Map<String, String> environment) throws IOException {
        try (PracticeServer server = new PracticeServer(Migrations.released().size())) {
            Map<String, String> variables = new HashMap<>(environment);
            variables.put(Setting.STORE.variable(), server.address());
            for (String commandLine : AT_SERVER) {
                Cli.run(commandLine.split(" "), io, variables);
            }
        }
    }

    private static String token(Map<String, String> environment) {
        ByteArrayOutputStream token = new ByteArrayOutputStream();
        Cli.run(TOKEN.split(" "), io(token), environment);
        return token.toString(StandardCharsets.UTF_8).strip();
    }

    /** A terminal without a user and without a size. */
    private static Io terminal() {
        InputStream nothing = new ByteArrayInputStream(new byte[0]);
        return new Io(nothing, OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), true, true, true);
    }

    private static Io io(OutputStream out) {
        InputStream schema = new ByteArrayInputStream(SCHEMA.getBytes(StandardCharsets.UTF_8));
        return new Io(schema, out, OutputStream.nullOutputStream(), false, false, false);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
