package io.github.orgctl.core.configuration;

import static io.github.orgctl.core.configuration.Sealing.LIVE;
import static io.github.orgctl.core.configuration.Sealing.SANDBOX;
import static io.github.orgctl.core.configuration.Sealing.SHOP;
import static io.github.orgctl.core.configuration.Sealing.at;
import static io.github.orgctl.core.kernel.Acting.edit;
import static io.github.orgctl.core.kernel.Acting.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.NotedValue;
import io.github.orgctl.core.model.configuration.SecretPolicy;
import io.github.orgctl.core.model.configuration.SecretPolicyEdit;
import io.github.orgctl.core.model.configuration.SecretVersion;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.core.model.value.Id;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys get other names, and notes. */
class RenameServiceTest {
    private static final Key HOST = new Key("host");
    private static final Key NAME = new Key("name");

    @TempDir
    Path folder;

    private void inApp(Consumer<Sealing> test) {
        Sealing.inApp(folder, test);
    }

    private static EnvironmentUpdate rename(Sealing app, String key, String other) {
        return app.renames().rename(edit(SANDBOX), new Key(key), new Key(other));
    }

    private static Map<Key, Description> notes(Sealing app) {
        return app.acting().tx().notes().all(id(app));
    }

    private static Id id(Sealing app) {
        return app.acting().environments().show(at(SANDBOX), null).environment().id();
    }

    @Test
    void aNoteIsKeptOnAKeyWithAValue() {
        inApp(app -> {
            app.acting().set(SANDBOX, "host=1");
            Change<NotedValue> change = app.notes().set(edit(SANDBOX), HOST, new Description("whose"));
            assertThat(change.made()).isTrue();
            assertThat(change.value().value()).hasToString("1");
            assertThat(notes(app)).isEqualTo(Map.of(HOST, new Description("whose")));
            assertThat(app.lastEvent(SANDBOX))
                    .isEqualTo("config.note acme/app:sandbox: key null -> host, note null -> whose");
            assertThat(app.notes()
                            .set(edit(SANDBOX), HOST, new Description("whose"))
                            .made())
                    .isFalse();
            assertThat(app.notes().set(edit(SANDBOX), HOST, Description.NONE).made())
                    .isTrue();
            assertThat(notes(app)).isEmpty();
            refused(Kind.NOT_FOUND, () -> app.notes().set(edit(SANDBOX), NAME, Description.NONE));
        });
    }

    @Test
    void aValueMovesWithItsNote() {
        inApp(app -> {
            app.acting().set(SANDBOX, "host=1", "port=2");
            app.notes().set(edit(SANDBOX), HOST, new Description("whose"));
            EnvironmentUpdate update = rename(app, "host", "name");
            assertThat(update.changes())
                    .extracting(change -> change.key() + " " + change.before() + " " + change.after())
                    .containsExactly("host 1 null", "name null 1");
            assertThat(update.environment().revision()).isEqualTo(3);
            assertThat(app.value(SANDBOX, "port")).isEqualTo("2");
            assertThat(notes(app)).isEqualTo(Map.of(NAME, new Description("whose")));
        });
    }

    @Test
    void ownTemplatesFollowAndOthersHoldTheKeyBack() {
        inApp(app -> {
            app.acting().set(SANDBOX, "host=1", "port=2");
            app.template(SANDBOX, "url", "${host}:${port} and ${acme/app:sandbox/host}");
            app.secretTemplate(SANDBOX, "dsn", "u@${host}");
            rename(app, "host", "name");
            assertThat(app.value(SANDBOX, "url")).contains("${name}:${port} and ${acme/app:sandbox/name}");
            assertThat(app.raw(SANDBOX, "dsn")).isEqualTo("u@${name}");
            assertThat(app.reveal(SANDBOX, "dsn")).isEqualTo("u@1");
            app.template(SHOP, "partner", "${acme/app:sandbox/name}");
            refused(Kind.REFUSED, () -> rename(app, "name", "host"));
        });
    }

    @Test
    void templatesThatMeanAnotherKeyStayAsTheyAre() {
        inApp(app -> {
            app.acting().set(SANDBOX, "host=1");
            app.acting().set(SHOP, "host=2");
            app.template(SANDBOX, "url", "${other/shop:sandbox/host}");
            EnvironmentUpdate update = rename(app, "host", "name");
            assertThat(update.changes())
                    .extracting(change -> change.key().path())
                    .containsExactly("host", "name");
            assertThat(app.value(SANDBOX, "url")).contains("${other/shop:sandbox/host}");
        });
    }

    @Test
    void aSecretMovesWithItsVersionsAndWhatIsAskedOfIt() {
        inApp(app -> {
            app.secret(SANDBOX, "host", "one");
            SecretPolicyEdit policy = new SecretPolicyEdit(5L, null, null, new Description("whose"));
            app.secrets().set(edit(SANDBOX), HOST, null, policy);
            app.secret(SANDBOX, "host", "two");
            app.secretTemplate(SANDBOX, "dsn", "u@${host}");
            EnvironmentUpdate update = rename(app, "host", "name");
            assertThat(update.changes())
                    .extracting(change -> change.key().path())
                    .containsExactly("dsn", "host", "name");
            assertThat(app.secretKeys(SANDBOX)).containsExactly("dsn", "name");
            assertThat(app.reveal(SANDBOX, "name")).isEqualTo("two");
            assertThat(app.reveal(SANDBOX, "dsn")).isEqualTo("u@two");
            assertThat(app.versions().history(at(SANDBOX), NAME))
                    .extracting(SecretVersion::number)
                    .containsExactly(2L, 1L);
            assertThat(app.versions().reveal(at(SANDBOX), NAME, 1)).isEqualTo("one");
            Map<Key, SecretPolicy> policies = app.acting().tx().secretVersions().policies(id(app));
            assertThat(policies).containsOnlyKeys(NAME);
            assertThat(policies.get(NAME).versions()).isEqualTo(5);
        });
    }

    @Test
    void versionsContinueBehindThoseThatTheOtherKeyHad() {
        inApp(app -> {
            app.secret(SANDBOX, "name", "former");
            SecretPolicyEdit policy = new SecretPolicyEdit(2L, null, null, null);
            app.secrets().set(edit(SANDBOX), NAME, null, policy);
            app.secrets().unset(edit(SANDBOX), List.of(NAME), false);
            app.secret(SANDBOX, "host", "one");
            rename(app, "host", "name");
            assertThat(app.versions().history(at(SANDBOX), NAME))
                    .extracting(SecretVersion::number)
                    .containsExactly(2L, 1L);
            assertThat(app.reveal(SANDBOX, "name")).isEqualTo("one");
            // What was asked of the former secret is not asked of this one.
            assertThat(app.acting().tx().secretVersions().policies(id(app))).isEmpty();
        });
    }

    @Test
    void anUndoFindsTheVersionUnderItsLaterKey() {
        inApp(app -> {
            app.secret(SANDBOX, "host", "one");
            app.secret(SANDBOX, "other", "two");
            long revision = app.acting()
                    .environments()
                    .show(at(SANDBOX), null)
                    .environment()
                    .revision();
            rename(app, "host", "name");
            rename(app, "name", "third");
            RestoredSecrets restored = restore(app, revision);
            assertThat(restored.lost()).isEmpty();
            assertThat(app.secretKeys(SANDBOX)).containsExactly("host", "other");
            assertThat(app.reveal(SANDBOX, "host")).isEqualTo("one");
        });
    }

    private static RestoredSecrets restore(Sealing app, long revision) {
        Id id = id(app);
        RestoredSecrets restored = app.restore(
                SANDBOX,
                app.acting().tx().configurations().at(id, revision),
                app.acting().tx().secrets().marksAt(id, revision),
                revision);
        restored.update().make(Approval.beforehand());
        return restored;
    }

    @Test
    void whatIsAskedOfASecretComesBackWithIt() {
        inApp(app -> {
            app.secret(SANDBOX, "host", "one");
            app.secrets().set(edit(SANDBOX), HOST, null, new SecretPolicyEdit(7L, null, null, null));
            rename(app, "host", "name");
            restore(app, 2);
            assertThat(app.acting().tx().secretVersions().policies(id(app)).get(HOST))
                    .isEqualTo(new SecretPolicy(7L, null, null, Description.NONE));
        });
    }

    @Test
    void aRestoreTakesAwayWhatWasNotThereAndTellsWhatIsNotKept() {
        inApp(app -> {
            app.secret(SANDBOX, "host", "one");
            app.secrets().unset(edit(SANDBOX), List.of(HOST), false);
            app.versions().purge(edit(SANDBOX), List.of(HOST), false);
            app.secret(SANDBOX, "other", "two");
            RestoredSecrets restored = restore(app, 2);
            assertThat(restored.lost()).containsExactly(HOST);
            assertThat(app.secretKeys(SANDBOX)).isEmpty();
        });
    }

    @Test
    void noKeyIsTakenOrLiesAboveAnother() {
        inApp(app -> {
            app.acting().set(SANDBOX, "host=1", "port=2", "db.name=3");
            app.secret(SANDBOX, "password", "s");
            refused(Kind.NOT_FOUND, () -> rename(app, "none", "name"));
            refused(Kind.CONFLICT, () -> rename(app, "host", "port"));
            refused(Kind.CONFLICT, () -> rename(app, "host", "password"));
            refused(Kind.RULE, () -> rename(app, "host", "db"));
            refused(Kind.RULE, () -> rename(app, "host", "password.old"));
            // The old key is no obstacle to one below it.
            assertThat(rename(app, "host", "host.name").changes()).hasSize(2);
        });
    }

    @Test
    void theNameItselfOpensTheGateForDeletions() {
        inApp(app -> {
            app.acting().set(LIVE, "host=1");
            Edit closed = new Edit(at(LIVE), Description.NONE, null);
            assertThat(app.renames().rename(closed, HOST, NAME).changes()).hasSize(2);
        });
    }
}
