package io.github.orgctl.core.configuration;

import static io.github.orgctl.core.kernel.Acting.edit;
import static io.github.orgctl.core.kernel.Acting.failure;
import static io.github.orgctl.core.kernel.Acting.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.EnvironmentDetails;
import io.github.orgctl.core.model.configuration.GivenValues.Nested;
import io.github.orgctl.core.model.configuration.JsonTree;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Failure.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** The sandbox of Acme's App holds {@code api.port}, {@code api.url} and {@code name}. */
class ConfigurationServiceTest {
    private static final String SANDBOX = "acme/app:sandbox";
    private static final EnvironmentReference REFERENCE = EnvironmentReference.parse(SANDBOX);

    private static void inApp(BiConsumer<Acting, Project> test) {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            Project app = operator.project("acme", "App");
            operator.set(SANDBOX, "api.port=80", "api.url=\"x\"", "name=\"App\"");
            test.accept(operator, app);
        });
    }

    private static Configuration configuration(Map<String, String> values) {
        TreeMap<Key, Value> byKey = new TreeMap<>();
        values.forEach((key, json) -> byKey.put(new Key(key), new Value(json)));
        return new Configuration(byKey);
    }

    private static Failure absent(Acting acting, String key) {
        Failure failure = failure(() -> acting.configurations().get(REFERENCE, new Key(key), false));
        assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure).hasMessage("acme/app:sandbox has no value for '" + key + "'");
        return failure;
    }

    private static List<Key> keys(String... keys) {
        return List.of(keys).stream().map(Key::new).toList();
    }

    private static Nested given(String name, String json) {
        return new Nested(
                new JsonTree("{\"" + name + "\":" + json + "}", new TreeMap<>(Map.of(name, new JsonTree(json, null)))));
    }

    @Test
    void tellsOneValueOrAll() {
        inApp((acting, app) -> {
            assertThat(acting.configurations().get(REFERENCE, new Key("api.port"), false))
                    .isEqualTo(new Value("80"));
            assertThat(acting.values(SANDBOX))
                    .isEqualTo(configuration(Map.of("api.port", "80", "api.url", "\"x\"", "name", "\"App\"")));
            assertThat(acting.values("acme/app:live")).isEqualTo(Configuration.EMPTY);
        });
    }

    @Test
    void whatHasNoValueIsAnsweredWithWhatIsNear() {
        inApp((acting, app) -> {
            assertThat(absent(acting, "api.prot").hint()).hasToString("did you mean api.port?");
            assertThat(absent(acting, "api").hint())
                    .hasToString("'api' itself has no value, but these keys have: api.port, api.url");
            assertThat(absent(acting, "something.else").hint().toString()).contains("LIST_VALUES", SANDBOX);
        });
    }

    @Test
    void changesAreTold() {
        inApp((acting, app) -> {
            EnvironmentUpdate update = acting.set(SANDBOX, "name=\"New\"", "added=1", "api.port=80");
            assertThat(update.environment().revision()).isEqualTo(3);
            assertThat(update.changes())
                    .containsExactly(
                            new KeyChange(new Key("added"), null, new Value("1")),
                            new KeyChange(new Key("name"), new Value("\"App\""), new Value("\"New\"")));
            assertThat(acting.lastEvent(app.organizationId()))
                    .startsWith("config.set acme/app:sandbox: added null -> 1, name \"App\" -> \"New\","
                            + " #revision 2 -> 3, #digest null -> ");
        });
    }

    @Test
    void makesNoRevisionOfNothing() {
        inApp((acting, app) -> {
            EnvironmentUpdate update = acting.set(SANDBOX, "api.port=80");
            assertThat(update.changes()).isEmpty();
            assertThat(update.environment().revision()).isEqualTo(2);
            assertThat(acting.events(app.organizationId())).hasSize(3);
        });
    }

    private static EnvironmentUpdate made(PendingUpdate pending) {
        return pending.make(Approval.beforehand()).update();
    }

    @Test
    void noKeyLiesAboveAnother() {
        inApp((acting, app) -> {
            refused(Kind.RULE, () -> acting.set(SANDBOX, "api=1"));
            refused(Kind.RULE, () -> acting.set(SANDBOX, "name.first=1"));
            Configuration above = configuration(Map.of("a", "1", "a.b", "1"));
            refused(Kind.RULE, () -> acting.configurations().replace(edit(SANDBOX), above));
            Configuration beside = configuration(Map.of("a", "1", "ab", "1"));
            assertThat(made(acting.configurations().replace(edit(SANDBOX), beside))
                            .changes())
                    .isNotEmpty();
        });
    }

    @Test
    void aFileAddsOrReplaces() {
        inApp((acting, app) -> {
            EnvironmentUpdate added = made(acting.configurations().load(edit(SANDBOX), given("added", "1"), false));
            assertThat(added.changes()).hasSize(1);
            assertThat(acting.values(SANDBOX).values()).hasSize(4);
            EnvironmentUpdate replaced = made(acting.configurations().load(edit(SANDBOX), given("added", "2"), true));
            assertThat(replaced.changes()).hasSize(4);
            assertThat(acting.values(SANDBOX)).isEqualTo(configuration(Map.of("added", "2")));
            assertThat(acting.lastEvent(app.organizationId())).startsWith("config.import ");
        });
    }

    @Test
    void anEditTakesAwayWhatItLeavesOut() {
        inApp((acting, app) -> {
            EnvironmentDetails begun = acting.configurations().editable(edit(SANDBOX));
            assertThat(begun.configuration()).isEqualTo(acting.values(SANDBOX));
            assertThat(begun.environment().revision()).isEqualTo(2);
            EnvironmentUpdate update =
                    made(acting.configurations().replace(edit(SANDBOX), configuration(Map.of("name", "\"App\""))));
            assertThat(update.changes()).extracting(KeyChange::kind).containsOnly(KeyChange.Kind.REMOVED);
            assertThat(acting.values(SANDBOX)).isEqualTo(configuration(Map.of("name", "\"App\"")));
        });
    }

    @Test
    void takesAwayAllOrNone() {
        inApp((acting, app) -> {
            refused(Kind.NOT_FOUND, () -> acting.configurations().unset(edit(SANDBOX), keys("name", "other"), false));
            assertThat(acting.values(SANDBOX).values()).hasSize(3);
            acting.configurations().unset(edit(SANDBOX), keys("name", "other"), true);
            assertThat(acting.values(SANDBOX).values().keySet()).containsExactlyElementsOf(keys("api.port", "api.url"));
            acting.configurations().unset(edit(SANDBOX), keys("api.port"), false);
            assertThat(acting.values(SANDBOX)).isEqualTo(configuration(Map.of("api.url", "\"x\"")));
        });
    }

    @Test
    void changesTheRevisionItWasMeantFor() {
        inApp((acting, app) -> {
            Edit early = new Edit(REFERENCE, edit(SANDBOX).message(), 1L);
            refused(Kind.CONFLICT, () -> acting.configurations().unset(early, keys("name"), false));
            Edit now = new Edit(REFERENCE, edit(SANDBOX).message(), 2L);
            assertThat(acting.configurations().unset(now, keys("name"), false).changes())
                    .hasSize(1);
        });
    }

    @Test
    void viewersReadOnly() {
        inApp((acting, app) -> {
            acting.join("acme", "vera@example.com", Role.VIEWER);
            Acting vera = acting.as("vera@example.com");
            assertThat(vera.values(SANDBOX).values()).hasSize(3);
            refused(Kind.FORBIDDEN, () -> vera.set(SANDBOX, "a=1"));
            refused(Kind.FORBIDDEN, () -> vera.configurations().editable(edit(SANDBOX)));
            refused(Kind.FORBIDDEN, () -> vera.configurations().replace(edit(SANDBOX), Configuration.EMPTY));
            refused(Kind.FORBIDDEN, () -> vera.configurations().load(edit(SANDBOX), given("a", "1"), false));
            refused(Kind.FORBIDDEN, () -> vera.configurations().unset(edit(SANDBOX), keys("name"), true));
            refused(Kind.NOT_FOUND, () -> acting.as("eve@example.com").values(SANDBOX));
        });
    }
}
