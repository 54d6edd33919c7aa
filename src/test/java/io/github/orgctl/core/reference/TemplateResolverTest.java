package io.github.orgctl.core.reference;

import static io.github.orgctl.core.configuration.Sealing.LIVE;
import static io.github.orgctl.core.configuration.Sealing.SANDBOX;
import static io.github.orgctl.core.configuration.Sealing.SHOP;
import static io.github.orgctl.core.configuration.Sealing.at;
import static io.github.orgctl.core.kernel.Acting.edit;
import static io.github.orgctl.core.kernel.Acting.failure;
import static io.github.orgctl.core.kernel.Acting.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.configuration.Sealing;
import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.kernel.Deletion;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyEdit;
import io.github.orgctl.core.model.configuration.SecretReference;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.configuration.ValuePlace;
import io.github.orgctl.core.model.configuration.ValueTemplate;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.organization.ProjectChanges;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values and secrets that refer to others. */
class TemplateResolverTest {
    @TempDir
    Path folder;

    private void inApp(Consumer<Sealing> test) {
        Sealing.inApp(folder, test);
    }

    private static String get(Sealing app, String environment, String key) {
        return app.acting()
                .configurations()
                .get(at(environment), new Key(key), false)
                .json();
    }

    private static String fault(Sealing app, String environment, String key) {
        Failure failure = failure(() -> get(app, environment, key));
        assertThat(failure.kind()).isEqualTo(Kind.RULE);
        String start = "templates of " + environment + " can't be resolved: ";
        assertThat(failure.getMessage()).startsWith(start);
        return failure.getMessage().substring(start.length());
    }

    @Test
    void aReferenceAloneIsItsValueAndWithinATextItsText() {
        inApp(app -> {
            app.acting().set(SANDBOX, "list=[1,2]", "object={\"a\":1}", "number=5", "text=\"t\"");
            app.template(SANDBOX, "a", "${list}");
            app.template(SANDBOX, "b", "${number}${text} ${number}");
            app.template(SANDBOX, "c", "x${list}");
            app.template(SANDBOX, "d", "x${object}");
            app.template(SANDBOX, "e", "${b}!");
            assertThat(get(app, SANDBOX, "a")).isEqualTo("[1,2]");
            assertThat(get(app, SANDBOX, "b")).isEqualTo("\"5t 5\"");
            assertThat(get(app, SANDBOX, "e")).isEqualTo("\"5t 5!\"");
            assertThat(fault(app, SANDBOX, "c"))
                    .isEqualTo("acme/app:sandbox/c refers to acme/app:sandbox/list, which is a list within a text");
            assertThat(fault(app, SANDBOX, "d")).endsWith("which is an object within a text");
        });
    }

    @Test
    void everythingThatIsWrongIsTold() {
        inApp(app -> {
            app.template(SANDBOX, "a", "${none}${b}");
            app.template(SANDBOX, "b", "${more}");
            assertThat(fault(app, SANDBOX, "a"))
                    .isEqualTo("acme/app:sandbox/a refers to acme/app:sandbox/none, which has no value;"
                            + " acme/app:sandbox/b refers to acme/app:sandbox/more, which has no value");
        });
    }

    @Test
    void aCircleIsNamedFromItsFirstPlaceOn() {
        inApp(app -> {
            app.template(SANDBOX, "a", "${b}");
            app.template(SANDBOX, "b", "x${c}");
            app.template(SANDBOX, "c", "${b}");
            String circle = "circular reference acme/app:sandbox/b -> acme/app:sandbox/c -> acme/app:sandbox/b";
            assertThat(fault(app, SANDBOX, "a")).isEqualTo(circle);
            app.template(SANDBOX, "self", "${self}");
            assertThat(fault(app, SANDBOX, "self"))
                    .isEqualTo("circular reference acme/app:sandbox/self -> acme/app:sandbox/self");
        });
    }

    @Test
    void aProjectMeansTheEnvironmentOfTheTemplatesOwnMode() {
        inApp(app -> {
            app.acting().set(SHOP, "host=\"s\"");
            app.acting().set("other/shop:live", "host=\"l\"");
            for (String environment : new String[] {SANDBOX, LIVE}) {
                app.template(environment, "a", "${other/shop/host}");
            }
            assertThat(get(app, SANDBOX, "a")).isEqualTo("\"s\"");
            assertThat(get(app, LIVE, "a")).isEqualTo("\"l\"");
            // It is spelled by the project's present name.
            app.acting()
                    .projects()
                    .update(
                            ProjectReference.parse("other/shop"),
                            new ProjectChanges(null, new Slug("store"), null),
                            null);
            assertThat(get(app, SANDBOX, "a")).isEqualTo("\"s\"");
            assertThat(app.value(SANDBOX, "a")).contains("${other/store/host}");
        });
    }

    @Test
    void whatMayNotBeReadIsAsIfItWereNotThere() {
        inApp(app -> {
            app.acting().set(SHOP, "host=\"s\"");
            app.template(SANDBOX, "a", "${other/shop/host}");
            app.acting().join("acme", "vera@example.com", Role.VIEWER);
            Sealing vera = app.as("vera@example.com");
            assertThat(fault(vera, SANDBOX, "a")).endsWith("which does not exist or may not be read");
            app.acting()
                    .projects()
                    .delete(ProjectReference.parse("other/shop"), new Deletion("shop", false, false, true));
            assertThat(fault(app, SANDBOX, "a")).endsWith("which does not exist or may not be read");
        });
    }

    @Test
    void aSecretIsForSecretsAndForThoseWhoMayRevealIt() {
        inApp(app -> {
            app.template(SANDBOX, "early", "${password}");
            app.secret(SANDBOX, "password", "s");
            assertThat(fault(app, SANDBOX, "early")).endsWith(TemplateTargets.SECRET);
            app.secret(SHOP, "password", "o");
            app.secretTemplate(SANDBOX, "dsn", "${password}:${other/shop/password}");
            assertThat(app.reveal(SANDBOX, "dsn")).isEqualTo("s:o");
            // Whoever has the other secret learns of it.
            assertThat(app.lastEvent(SHOP)).isEqualTo("secret.reveal other/shop:sandbox: password null -> null");
            app.acting().join("acme", "dan@example.com", Role.DEVELOPER);
            app.acting().join("other", "dan@example.com", Role.VIEWER);
            assertThat(failure(() -> app.as("dan@example.com").reveal(SANDBOX, "dsn")))
                    .hasMessageEndingWith("which is a secret that may not be revealed");
        });
    }

    @Test
    void aSecretWithoutAValueIsTold() {
        inApp(app -> {
            app.secrets().set(edit(SANDBOX), new Key("outside"), SecretReference.parse("env:OUTSIDE"));
            app.secrets().set(edit(SANDBOX), new Key("missing"), SecretReference.parse("env:MISSING"));
            app.secretTemplate(SANDBOX, "a", "${outside}");
            app.secretTemplate(SANDBOX, "b", "${missing}");
            assertThat(app.reveal(SANDBOX, "a")).isEqualTo("from outside");
            assertThat(failure(() -> app.reveal(SANDBOX, "b")))
                    .hasMessageContaining("acme/app:sandbox/b refers to acme/app:sandbox/missing, but ");
        });
    }

    @Test
    void aSecretThatIsATemplateStaysSecret() {
        inApp(app -> {
            app.acting().set(SANDBOX, "host=\"h\"");
            app.secretTemplate(SANDBOX, "inner", "i${host}");
            app.secretTemplate(SANDBOX, "outer", "o${inner}${inner}");
            assertThat(app.reveal(SANDBOX, "outer")).isEqualTo("oihih");
        });
    }

    @Test
    void whatResolvesToMoreThanAValueCanBeIsRefused() {
        inApp(app -> {
            app.acting().set(SANDBOX, "big=\"" + "x".repeat(40_000) + "\"");
            app.template(SANDBOX, "twice", "${big}${big}");
            app.template(SANDBOX, "thrice", "${big}${big}${big}");
            assertThat(fault(app, SANDBOX, "twice"))
                    .isEqualTo("acme/app:sandbox/twice: the value is longer than 64 KiB");
            assertThat(fault(app, SANDBOX, "thrice")).endsWith("longer than 64 KiB");
        });
    }

    @Test
    void anEnvironmentThatIsNamedHasToBeThere() {
        inApp(app -> {
            Failure unknown = failure(() -> app.template(SANDBOX, "a", "${acme/none/host}"));
            assertThat(unknown.kind()).isEqualTo(Kind.NOT_FOUND);
            assertThat(unknown).hasMessageStartingWith("'a': ");
            app.acting().join("acme", "dan@example.com", Role.DEVELOPER);
            refused(Kind.NOT_FOUND, () -> app.as("dan@example.com").template(SANDBOX, "a", "${other/shop/host}"));
            ReferenceBinder binder = new ReferenceBinder(app.acting().work(), environment(app, SANDBOX));
            Value value = Value.given("{\"$template\":\"${acme/none/host}\"}");
            assertThat(binder.boundIfFound(new Key("a"), value).isUnbound()).isTrue();
            Value known = Value.given("{\"$template\":\"${other/shop/host}\"}");
            Value bound = binder.boundIfFound(new Key("a"), known);
            assertThat(bound.isUnbound()).isFalse();
            assertThat(binder.named(bound.kept())).hasToString("${other/shop/host}");
        });
    }

    private static Environment environment(Sealing app, String reference) {
        return app.acting().environments().show(at(reference), null).environment();
    }

    @Test
    void aTemplateRefersToEachPlaceOnce() {
        inApp(app -> {
            Environment sandbox = environment(app, SANDBOX);
            ReferenceBinder binder = new ReferenceBinder(app.acting().work(), sandbox);
            ValueTemplate kept = binder.kept(ValueTemplate.parse("${a}${a}${acme/app/a}${acme/app:sandbox/b}"));
            assertThat(new ReferencePlaces(app.acting().tx()).of(sandbox, kept))
                    .containsExactly(
                            new ValuePlace(sandbox.id(), new Key("a")), new ValuePlace(sandbox.id(), new Key("b")));
        });
    }

    @Test
    void aConfigurationIsResolvedAsFarAsItCanBe() {
        inApp(app -> {
            app.acting().set(SANDBOX, "host=\"h\"");
            app.template(SANDBOX, "url", "//${host}");
            app.template(SANDBOX, "bad", "${none}");
            ResolvedConfiguration resolved = ResolvedConfiguration.of(
                    app.acting().work(), environment(app, SANDBOX), app.acting().values(SANDBOX));
            assertThat(resolved.values().get(new Key("url"))).isEqualTo(Value.ofText("//h"));
            assertThat(resolved.values().get(new Key("bad")).isTemplate()).isTrue();
            assertThat(resolved.unresolved()).containsExactly(new Key("bad"));
            assertThat(resolved.isUnresolved("bad")).isTrue();
            assertThat(resolved.isUnresolved("bad.part")).isTrue();
            assertThat(resolved.isUnresolved("badly")).isFalse();
            assertThat(resolved.isUnresolved("url")).isFalse();
            Configuration plain = Configuration.EMPTY.with(List.of(new KeyEdit(new Key("a"), new Value("1"))));
            assertThat(ResolvedConfiguration.of(app.acting().work(), environment(app, SANDBOX), plain))
                    .isEqualTo(new ResolvedConfiguration(plain, Set.of()));
        });
    }

    private static Failure broken(Acting acting) {
        Acting.refused(Kind.REFUSED, () -> acting.projects()
                .delete(ProjectReference.parse("other/shop"), new Deletion("shop", false, false)));
        return failure(() ->
                acting.projects().delete(ProjectReference.parse("other/shop"), new Deletion("shop", false, false)));
    }

    @Test
    void whatRefersToAProjectIsNamedAsFarAsItIsSeen() {
        inApp(app -> {
            Acting operator = app.acting();
            operator.set(SHOP, "host=1");
            BrokenReferences references = new BrokenReferences(operator.work());
            assertThat(references.isReferredTo(operator.projects().show(ProjectReference.parse("other/shop"))))
                    .isFalse();
            app.template(SANDBOX, "a", "${other/shop/host}");
            assertThat(references.isReferredTo(operator.projects().show(ProjectReference.parse("other/shop"))))
                    .isTrue();
            assertThat(broken(operator)).hasMessage("templates refer to the project other/shop: acme/app:sandbox/a");
            operator.join("other", "olga@example.com", Role.OWNER);
            assertThat(broken(operator.as("olga@example.com")))
                    .hasMessage("templates refer to the project other/shop: templates that you can't view");
            operator.project("other", "Till");
            app.template("other/till:sandbox", "b", "${other/shop/host}");
            assertThat(broken(operator.as("olga@example.com")))
                    .hasMessage("templates refer to the project other/shop: other/till:sandbox/b and others");
            for (int i = 10; i < 19; i++) {
                app.template(SANDBOX, "a" + i, "${other/shop/host}");
            }
            assertThat(broken(operator)).hasMessageEndingWith(" and others");
            assertThat(broken(operator).getMessage().split(", ")).hasSize(10);
        });
    }

    @Test
    void aKeyThatIsReferredToIsNotRemoved() {
        inApp(app -> {
            app.acting().set(SHOP, "host=1", "port=2");
            app.template(SANDBOX, "a", "${other/shop/host}:${other/shop/port}");
            app.template(SANDBOX, "b", "${other/shop/host}");
            Failure failure =
                    failure(() -> app.acting().configurations().unset(edit(SHOP), List.of(new Key("host")), false));
            assertThat(failure)
                    .hasMessage("templates refer to host of other/shop:sandbox:"
                            + " acme/app:sandbox/a, acme/app:sandbox/b");
            BrokenReferences references = new BrokenReferences(app.acting().work());
            Set<Key> all = Set.of(new Key("host"), new Key("port"), new Key("none"));
            assertThat(references.targets(environment(app, SHOP), all, Set.of()))
                    .containsExactly(new Key("host"), new Key("port"));
            assertThat(references.of(environment(app, SHOP), Set.of(new Key("none")), Set.of()))
                    .isNull();
        });
    }
}
