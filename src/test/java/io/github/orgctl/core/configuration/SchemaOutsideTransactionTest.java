package io.github.orgctl.core.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.core.kernel.Context;
import io.github.orgctl.core.kernel.Credentials;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyEdit;
import io.github.orgctl.core.model.configuration.KeyPolicy;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.configuration.Violation;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.IdSource;
import io.github.orgctl.core.port.ProjectSchema;
import io.github.orgctl.core.port.SchemaReader;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.schema.JsonSchemas;
import io.github.orgctl.store.JdbcStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However long a schema takes: while it does, everybody else can change the store. */
class SchemaOutsideTransactionTest {
    private static final String ONE_OF_TWO = "{\"not\":{\"required\":[\"a\",\"b\"]}}";

    @TempDir
    Path folder;

    private CliHarness orgctl;

    @BeforeEach
    void setSchema() throws Exception {
        orgctl = new CliHarness(folder);
        orgctl.must("org", "create", "Acme", "--use");
        orgctl.must("project", "create", "Website");
        orgctl.must("schema", "set", "website", "-f", file("schema.json", ONE_OF_TWO));
    }

    private String file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /** Does something else, from outside, whenever a schema is read or evaluated. */
    private SchemaReader meanwhile(Runnable other) {
        return text -> {
            other.run();
            ProjectSchema schema = new JsonSchemas().read(text);
            return new ProjectSchema() {
                @Override
                public List<KeyPolicy> policies() {
                    return schema.policies();
                }

                @Override
                public List<Violation> violations(Mode mode, Configuration configuration) {
                    other.run();
                    return schema.violations(mode, configuration);
                }
            };
        };
    }

    private EnvironmentUpdate set(String key, Store.Purpose purpose, SchemaReader reader) {
        SchemaMemory memory = new SchemaMemory(reader);
        try (Store store = JdbcStore.open(orgctl.storeFile().toString(), Map.of())) {
            return store.inTx(purpose, tx -> {
                IdSource ids = () -> new Id(UUID.randomUUID().toString());
                Credentials operator = new Credentials(null, null, () -> "os:ann@home", false);
                Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
                UnitOfWork work = UnitOfWork.of(tx, now, ids, operator, Context.NONE);
                EnvironmentWriter writer = new EnvironmentWriter(work, new ProjectSchemas(work, memory, true), false);
                Edit edit = new Edit(EnvironmentReference.parse("acme/website:sandbox"), Description.NONE, null);
                return new ConfigurationService(work, writer)
                        .set(edit, List.of(new KeyEdit(new Key(key), new Value("1"))));
            });
        }
    }

    @Test
    void othersChangeTheStoreMeanwhile() {
        int[] times = {0};
        Runnable other = () -> orgctl.must("org", "create", "Other " + times[0]++);
        assertThat(set("a", Store.Purpose.DRY_RUN, meanwhile(other)).changes()).hasSize(1);
        assertThat(set("a", Store.Purpose.CHANGE, meanwhile(other)).changes()).hasSize(1);
        assertThat(times[0]).isGreaterThanOrEqualTo(4);
        assertThat(orgctl.must("config", "get", "a", "--env", "website:sandbox"))
                .contains("1");
    }

    @Test
    void whatChangedMeanwhileIsLookedAtAgain() {
        boolean[] done = {false};
        Runnable other = () -> {
            if (!done[0]) {
                done[0] = true;
                orgctl.must("config", "set", "b=1", "--env", "website:sandbox");
            }
        };
        Failure refused = catchThrowableOfType(Failure.class, () -> set("a", Store.Purpose.CHANGE, meanwhile(other)));
        assertThat(refused.kind()).isEqualTo(Failure.Kind.RULE);
        assertThat(refused).hasMessageContaining("would violate the project's schema");
    }
}
