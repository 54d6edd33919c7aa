package io.github.orgctl.core.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.core.kernel.Context;
import io.github.orgctl.core.kernel.Credentials;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.IdSource;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.schema.JsonSchemas;
import io.github.orgctl.store.JdbcStore;
import io.github.orgctl.vault.OutsideSecrets;
import io.github.orgctl.vault.TinkVault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All secrets of an environment at once, which programs are started with. */
class SecretServiceTest {
    @TempDir
    Path folder;

    private CliHarness orgctl;

    @BeforeEach
    void setSecrets() throws Exception {
        orgctl = new CliHarness(folder);
        orgctl.must("org", "create", "Acme", "--use");
        orgctl.must("project", "create", "Website");
        orgctl.typing("kept");
        set("a.value");
        set("b.variable", "--ref", "env:NAME");
        set("c.file", "--ref", "file:" + Files.writeString(folder.resolve("secret"), "in a file\n\n"));
        set("d.command", "--ref", "cmd:echo \"$NAME\" >&2; printf '%s\\r\\n' \"$NAME\"");
    }

    private void set(String key, String... from) {
        String[] words = new String[from.length + 5];
        System.arraycopy(new String[] {"secret", "set", key, "--env", "website:sandbox"}, 0, words, 0, 5);
        System.arraycopy(from, 0, words, 5, from.length);
        orgctl.must(words);
    }

    private NavigableMap<Key, String> values(String environment, Map<String, String> variables) {
        try (Store store = JdbcStore.open(orgctl.storeFile().toString(), Map.of())) {
            return store.inTx(Store.Purpose.DRY_RUN, tx -> {
                Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
                IdSource ids = () -> new Id(UUID.randomUUID().toString());
                Credentials operator = new Credentials(null, null, () -> "os:ann@home", false);
                UnitOfWork work = UnitOfWork.of(tx, now, ids, operator, Context.NONE);
                SecretService secrets = new SecretService(
                        work,
                        new EnvironmentWriter(
                                work, new ProjectSchemas(work, new SchemaMemory(new JsonSchemas()), true), false),
                        new TinkVault(orgctl.storeFile().resolveSibling("keyset.json"), false),
                        new OutsideSecrets(variables, folder.toFile(), Duration.ofSeconds(10)));
                return secrets.values(EnvironmentReference.parse(environment), key -> true, secrets.templates());
            });
        }
    }

    @Test
    void comeFromWhereverTheyAre() {
        assertThat(values("acme/website:sandbox", Map.of("NAME", "outside\n")))
                .hasToString("{a.value=kept, b.variable=outside\n, c.file=in a file\n, d.command=outside\n}");
        assertThat(values("acme/website:live", Map.of())).isEmpty();
    }

    @Test
    void everyOneThatIsMissingIsNamed() throws Exception {
        Files.delete(folder.resolve("secret"));
        set("d.command", "--ref", "cmd:exit 7");
        set("e.binary", "--ref", "cmd:printf '\\377'");
        Failure failure =
                catchThrowableOfType(Failure.class, () -> values("acme/website:sandbox", Map.of("OTHER", "x")));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
        assertThat(failure)
                .hasMessageContainingAll(
                        "'b.variable' has no value: the environment variable NAME is not set",
                        "'c.file' has no value: there is no file",
                        "'d.command' has no value: the command 'exit 7' exited with 7",
                        "'e.binary' has no value: the output of")
                .hasMessageNotContaining("a.value");
    }
}
