package io.github.orgctl.core.configuration;

import static io.github.orgctl.core.configuration.Sealing.LIVE;
import static io.github.orgctl.core.configuration.Sealing.SANDBOX;
import static io.github.orgctl.core.configuration.Sealing.SHOP;
import static io.github.orgctl.core.configuration.Sealing.at;
import static io.github.orgctl.core.kernel.Acting.edit;
import static io.github.orgctl.core.kernel.Acting.failure;
import static io.github.orgctl.core.kernel.Acting.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.model.configuration.FilledTemplate;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Template;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are filled in, and values that are templates. App's sandbox has a host, a URL and a password. */
class TemplateServiceTest {
    @TempDir
    Path folder;

    private void inApp(Consumer<Sealing> test) {
        Sealing.inApp(folder, app -> {
            app.acting().set(SANDBOX, "host=\"h\"");
            app.template(SANDBOX, "url", "https://${host}");
            app.secret(SANDBOX, "password", "s3cret");
            test.accept(app);
        });
    }

    private static FilledTemplate fill(Sealing app, String text, boolean withSecrets) {
        return app.templates().fill(at(SANDBOX), Template.parse(text), withSecrets);
    }

    @Test
    void everyNameBecomesItsValue() {
        inApp(app -> {
            FilledTemplate filled = fill(app, "{{host}} {{url}}\n{{host}}", false);
            assertThat(filled.text()).isEqualTo("h https://h\nh");
            assertThat(filled.publicText()).isEqualTo(filled.text());
            assertThat(filled.isIn("h https://h\nh".getBytes(StandardCharsets.UTF_8)))
                    .isTrue();
            assertThat(filled.isIn(new byte[0])).isFalse();
        });
    }

    @Test
    void secretsAreShownAsStarsAndTheirReadingIsRecorded() {
        inApp(app -> {
            FilledTemplate filled = fill(app, "{{host}}:{{password}}", true);
            assertThat(filled.text()).isEqualTo("h:s3cret");
            assertThat(filled.publicText()).isEqualTo("h:***");
            assertThat(app.lastEvent(SANDBOX)).isEqualTo("secret.reveal acme/app:sandbox: password null -> null");
        });
    }

    @Test
    void secretsAreNamedOnlyOnRequestAndReadOnlyIfNamed() {
        inApp(app -> {
            assertThat(failure(() -> fill(app, "{{host}}\n{{password}}", false)))
                    .hasMessage("the template names secrets: 'password' (line 2)");
            String before = app.lastEvent(SANDBOX);
            assertThat(fill(app, "{{host}}", true).text()).isEqualTo("h");
            assertThat(app.lastEvent(SANDBOX)).isEqualTo(before);
        });
    }

    @Test
    void unknownNamesAreToldWithTheirLines() {
        inApp(app -> {
            assertThat(failure(() -> fill(app, "{{hast}}\n{{host}}\n{{none}}", false)))
                    .hasMessage("acme/app:sandbox has no key 'hast' (line 1), 'none' (line 3)");
            assertThat(failure(() -> fill(app, "{{hast}}", false)).hint()).hasToString("did you mean host?");
            assertThat(failure(() -> fill(app, "{{passwort}}", false)).hint()).hasToString("did you mean password?");
            assertThat(failure(() -> fill(app, "{{zzzzzz}}", false)).hint()).isEqualTo(Advice.LIST_VALUES.of(SANDBOX));
        });
    }

    @Test
    void whatCanNotBeResolvedOrWrittenIsRefused() {
        inApp(app -> {
            app.template(SANDBOX, "broken", "${none}");
            refused(Kind.RULE, () -> fill(app, "{{broken}}", false));
            assertThat(fill(app, "{{host}}", false).text()).isEqualTo("h");
            app.secretTemplate(SANDBOX, "dsn", "u:${none}");
            refused(Kind.RULE, () -> fill(app, "{{dsn}}", true));
            app.acting().set(SANDBOX, "zero=\"a\\u0000\"");
            refused(Kind.RULE, () -> fill(app, "{{zero}}", false));
        });
    }

    @Test
    void whoMayNotRevealSecretsFillsInValuesOnly() {
        inApp(app -> {
            app.acting().join("acme", "vera@example.com", Role.VIEWER);
            Sealing vera = app.as("vera@example.com");
            assertThat(fill(vera, "{{url}}", true).text()).isEqualTo("https://h");
            refused(Kind.FORBIDDEN, () -> fill(vera, "{{password}}", true));
        });
    }

    @Test
    void aSandboxUsesNoLiveValuesAndAValueNoSecrets() {
        inApp(app -> {
            app.acting().set(LIVE, "host=\"l\"");
            refused(Kind.RULE, () -> app.template(SANDBOX, "a", "${acme/app:live/host}"));
            refused(Kind.RULE, () -> app.secretTemplate(SANDBOX, "b", "${acme/app:live/host}"));
            app.template(LIVE, "a", "${host}");
            app.template(LIVE, "b", "${acme/app:live/host}");
            app.template(LIVE, "c", "${acme/app:sandbox/host}");
            refused(Kind.RULE, () -> app.template(SANDBOX, "d", "x${password}"));
            refused(Kind.RULE, () -> app.template(SHOP, "d", "x${acme/app:sandbox/password}"));
            app.secretTemplate(SANDBOX, "dsn", "u:${password}@${host}");
            assertThat(app.reveal(SANDBOX, "dsn")).isEqualTo("u:s3cret@h");
        });
    }

    @Test
    void keysThatTemplatesReferToAreNotRemovedByMistake() {
        inApp(app -> {
            refused(Kind.REFUSED, () -> unset(app, "host"));
            // With the template, the key can go.
            unset(app, "host", "url");
            assertThat(app.value(SANDBOX, "url")).isNull();
            app.secretTemplate(SANDBOX, "dsn", "u:${password}");
            List<Key> password = List.of(new Key("password"));
            refused(Kind.REFUSED, () -> app.secrets().unset(edit(SANDBOX), password, false));
            Edit onPurpose = new Edit(
                    edit(SANDBOX).environment(),
                    edit(SANDBOX).message(),
                    null,
                    edit(SANDBOX).opened(),
                    true);
            app.secrets().unset(onPurpose, password, false);
            assertThat(app.secretKeys(SANDBOX)).containsExactly("dsn");
        });
    }

    private static void unset(Sealing app, String... keys) {
        app.acting()
                .configurations()
                .unset(edit(SANDBOX), List.of(keys).stream().map(Key::new).toList(), false);
    }

    @Test
    void aTemplateThatChangesRefersToNothingElse() {
        inApp(app -> {
            app.acting().set(SANDBOX, "url=1");
            unset(app, "host");
            assertThat(app.value(SANDBOX, "host")).isNull();
        });
    }
}
