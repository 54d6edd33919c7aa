package io.github.orgctl.core.configuration;

import static io.github.orgctl.core.configuration.Sealing.SANDBOX;
import static io.github.orgctl.core.configuration.Sealing.SHOP;
import static io.github.orgctl.core.configuration.Sealing.at;
import static io.github.orgctl.core.kernel.Acting.edit;
import static io.github.orgctl.core.kernel.Acting.failure;
import static io.github.orgctl.core.kernel.Acting.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.kernel.Deletion;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.ExistingSecrets;
import io.github.orgctl.core.model.configuration.GivenSecrets;
import io.github.orgctl.core.model.configuration.GivenSecrets.GivenSecret;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyPattern;
import io.github.orgctl.core.model.configuration.SecretExpiry;
import io.github.orgctl.core.model.configuration.SecretPolicyEdit;
import io.github.orgctl.core.model.configuration.SecretValue;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.configuration.Variable;
import io.github.orgctl.core.model.configuration.Variables;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.core.model.value.Id;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What environments hand out, and what files bring in. */
class EnvironmentValuesTest {
    @TempDir
    Path folder;

    private void inApp(Consumer<Sealing> test) {
        Sealing.inApp(folder, test);
    }

    private static Configuration get(Sealing app, boolean raw, String... patterns) {
        return app.acting()
                .configurations()
                .get(at(SANDBOX), Stream.of(patterns).map(KeyPattern::new).toList(), raw);
    }

    @Test
    void everyPatternMatchesSomething() {
        inApp(app -> {
            app.acting().set(SANDBOX, "a.one=1", "a.two=2", "b=3");
            assertThat(get(app, false, "a.*", "b").values()).hasToString("{a.one=1, a.two=2, b=3}");
            assertThat(get(app, false, "*.one").values()).hasToString("{a.one=1}");
            assertThat(failure(() -> get(app, false, "b", "c", "d.*")))
                    .hasMessage("acme/app:sandbox has no value for 'c', 'd.*'");
        });
    }

    @Test
    void templatesAreResolvedUnlessTheyAreAskedForAsTheyAre() {
        inApp(app -> {
            app.acting().set(SANDBOX, "host=\"h\"");
            app.template(SANDBOX, "url", "//${host}");
            app.template(SANDBOX, "bad", "${none}");
            assertThat(get(app, false, "url").values()).hasToString("{url=\"//h\"}");
            assertThat(get(app, true, "url").get(new Key("url")).isTemplate()).isTrue();
            refused(Kind.RULE, () -> get(app, false, "*"));
            assertThat(get(app, true, "*").values()).hasSize(3);
            ConfigurationService values = app.acting().configurations();
            assertThat(values.get(at(SANDBOX), new Key("url"), true).isTemplate())
                    .isTrue();
            assertThat(values.get(at(SANDBOX), new Key("url"), false)).isEqualTo(Value.ofText("//h"));
            refused(Kind.RULE, () -> values.get(at(SANDBOX), new Key("bad"), false));
        });
    }

    @Test
    void valuesAreListedWithTheirNotes() {
        inApp(app -> {
            app.acting().set(SANDBOX, "a.one=1", "b=3");
            app.notes().set(edit(SANDBOX), new Key("b"), new Description("whose"));
            ConfigurationService values = app.acting().configurations();
            assertThat(values.listNoted(at(SANDBOX), null))
                    .extracting(noted -> noted.key() + "=" + noted.value() + " " + noted.note())
                    .containsExactly("a.one=1 ", "b=3 whose");
            assertThat(values.listNoted(at(SANDBOX), new Key("a"))).hasSize(1);
            assertThat(values.list(at(SANDBOX), new Key("a")).values()).hasToString("{a.one=1}");
        });
    }

    private static Variables variables(Sealing app, String only, boolean withSecrets) {
        Key key = only == null ? null : new Key(only);
        return app.variables().of(new VariableSelection(at(SANDBOX), Action.ENV_RUN, key, withSecrets, false));
    }

    @Test
    void secretsThatHaveExpiredAreTold() {
        inApp(app -> {
            app.acting().set(SANDBOX, "a=1");
            app.secret(SANDBOX, "password", "s");
            SecretPolicyEdit expires = new SecretPolicyEdit(null, SecretExpiry.parse("1d"), null, null);
            app.secrets().set(edit(SANDBOX), new Key("password"), null, expires);
            Variables now = variables(app, null, true);
            assertThat(now.expired()).isEmpty();
            assertThat(now.expiries()).containsOnlyKeys(new Key("password"));
            Sealing later = app.at(Acting.START.plus(Duration.ofDays(1)));
            Variables expired = variables(later, null, true);
            assertThat(expired.warnings()).containsExactly("warning: secrets have expired: password");
            assertThat(variables(later, null, false).expired()).isEmpty();
            assertThat(variables(later, "a", true).expired()).isEmpty();
            VariableSelection all = new VariableSelection(at(SANDBOX), Action.ENV_RUN, null, true, false);
            assertThat(VariableService.again(all, now, later.acting().now()).expired())
                    .containsExactly(new Key("password"));
        });
    }

    @Test
    void whatWasHandedOutBeforeIsUnderTheSameRules() {
        inApp(app -> {
            app.acting().set(SANDBOX, "path=\"/tmp\"");
            VariableSelection loaders = new VariableSelection(at(SANDBOX), Action.ENV_RUN, null, false, true);
            VariableSelection none = new VariableSelection(at(SANDBOX), Action.ENV_RUN, null, false, false);
            Variables earlier = app.variables().of(loaders);
            assertThat(VariableService.again(loaders, earlier, Acting.START).all())
                    .hasSize(1);
            refused(Kind.REFUSED, () -> VariableService.again(none, earlier, Acting.START));
        });
    }

    @Test
    void aStateChangesWithWhatValuesComeFrom() {
        inApp(app -> {
            app.acting().set(SHOP, "host=\"s\"");
            app.template(SANDBOX, "url", "//${other/shop/host}");
            Set<Id> sources = variables(app, null, false).sources();
            assertThat(sources).hasSize(1);
            List<String> states = new ArrayList<>();
            states.add(state(app, sources));
            assertThat(state(app, sources)).isEqualTo(states.get(0));
            app.acting().set(SHOP, "host=\"t\"");
            states.add(state(app, sources));
            app.acting().set(SANDBOX, "a=1");
            states.add(state(app, sources));
            app.acting().join("acme", "vera@example.com", Role.VIEWER);
            states.add(state(app.as("vera@example.com"), sources));
            app.acting().join("other", "vera@example.com", Role.VIEWER);
            states.add(state(app.as("vera@example.com"), sources));
            app.acting()
                    .projects()
                    .delete(ProjectReference.parse("other/shop"), new Deletion("shop", false, false, true));
            states.add(state(app, sources));
            assertThat(states).doesNotHaveDuplicates();
        });
    }

    private static String state(Sealing app, Set<Id> sources) {
        return app.variables().state(at(SANDBOX), Action.ENV_RUN, sources);
    }

    private static GivenSecrets file(String... assignments) {
        List<GivenSecret> all = new ArrayList<>();
        for (String assignment : assignments) {
            String[] parts = assignment.split("=");
            all.add(new GivenSecret(parts[0], parts[1], all.size() + 1));
        }
        return new GivenSecrets(all, false, false);
    }

    private static List<String> load(Sealing app, ExistingSecrets existing, String... assignments) {
        return app
                .secrets()
                .load(edit(SANDBOX), file(assignments), null, existing)
                .make(Approval.beforehand())
                .update()
                .changes()
                .stream()
                .map(change -> change.key().path())
                .toList();
    }

    @Test
    void aFileReplacesSecretsOnlyOnRequest() {
        inApp(app -> {
            app.secret(SANDBOX, "a", "one");
            app.secret(SANDBOX, "b", "two");
            Failure conflict = failure(() -> load(app, ExistingSecrets.REFUSE, "a=x", "b=two", "c=three"));
            assertThat(conflict.kind()).isEqualTo(Kind.CONFLICT);
            assertThat(conflict).hasMessage("acme/app:sandbox has other values for: a");
            assertThat(load(app, ExistingSecrets.REFUSE, "b=two", "c=three")).containsExactly("c");
            assertThat(load(app, ExistingSecrets.SKIP, "a=x", "d=four")).containsExactly("d");
            assertThat(app.reveal(SANDBOX, "a")).isEqualTo("one");
            assertThat(load(app, ExistingSecrets.OVERWRITE, "a=x", "b=two")).containsExactly("a");
            assertThat(app.reveal(SANDBOX, "a")).isEqualTo("x");
            assertThat(load(app, ExistingSecrets.OVERWRITE, "a=x")).isEmpty();
        });
    }

    @Test
    void oldVersionsGoWithEachNewOne() {
        inApp(app -> {
            SecretPolicyEdit two = new SecretPolicyEdit(2L, null, null, null);
            app.secret(SANDBOX, "a", "one");
            app.secrets().set(edit(SANDBOX), new Key("a"), null, two);
            app.secret(SANDBOX, "a", "two");
            assertThat(app.secrets().setAll(edit(SANDBOX), secret("a", "three")).deletedVersions())
                    .isEqualTo(1);
            assertThat(app.secrets()
                            .unset(edit(SANDBOX), List.of(new Key("a")), false)
                            .deletedVersions())
                    .isZero();
            for (int i = 1; i <= 10; i++) {
                assertThat(app.secrets()
                                .setAll(edit(SANDBOX), secret("b", "" + i))
                                .deletedVersions())
                        .isZero();
            }
            assertThat(app.secrets().setAll(edit(SANDBOX), secret("b", "11")).deletedVersions())
                    .isEqualTo(1);
        });
    }

    private static NavigableMap<Key, SecretValue> secret(String key, String text) {
        NavigableMap<Key, SecretValue> values = new TreeMap<>();
        values.put(new Key(key), new SecretValue(text));
        return values;
    }

    @Test
    void whatWasHandedOutBeforeHasNamesOfItsOwn() {
        inApp(app -> {
            app.acting().set(SANDBOX, "a=1");
            VariableSelection all = new VariableSelection(at(SANDBOX), Action.ENV_RUN, null, false, false);
            Variables one = app.variables().of(all);
            List<Variable> twice =
                    List.of(new Variable(new Key("a.b"), "1", false), new Variable(new Key("a-b"), "2", false));
            Variables both = new Variables(one.environment(), twice, 0, List.of());
            refused(Kind.RULE, () -> VariableService.again(all, both, Acting.START));
        });
    }
}
