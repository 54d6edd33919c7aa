package io.github.orgctl.core.configuration;

import static io.github.orgctl.core.configuration.Sealing.SANDBOX;
import static io.github.orgctl.core.configuration.Sealing.at;
import static io.github.orgctl.core.kernel.Acting.edit;
import static io.github.orgctl.core.kernel.Acting.failure;
import static io.github.orgctl.core.kernel.Acting.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.SecretExpiry;
import io.github.orgctl.core.model.configuration.SecretPolicyEdit;
import io.github.orgctl.core.model.configuration.SecretReference;
import io.github.orgctl.core.model.configuration.SecretValue;
import io.github.orgctl.core.model.configuration.SecretVersion;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Failure.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** App's sandbox has a password with the versions one, two and three. */
class SecretVersionServiceTest {
    private static final Key PASSWORD = new Key("password");

    @TempDir
    Path folder;

    private void inApp(Consumer<Sealing> test) {
        Sealing.inApp(folder, app -> {
            app.secret(SANDBOX, "password", "one");
            app.secret(SANDBOX, "password", "two");
            app.secret(SANDBOX, "password", "three");
            test.accept(app);
        });
    }

    private static List<Long> numbers(Sealing app) {
        return app.versions().history(at(SANDBOX), PASSWORD).stream()
                .map(SecretVersion::number)
                .toList();
    }

    private static EnvironmentUpdate rollback(Sealing app, long to) {
        return app.versions().rollback(edit(SANDBOX), PASSWORD, to);
    }

    private static EnvironmentUpdate policy(Sealing app, Long keep, String expires, String rotate) {
        SecretExpiry expiry = expires == null ? null : SecretExpiry.parse(expires);
        return app.secrets().set(edit(SANDBOX), PASSWORD, null, new SecretPolicyEdit(keep, expiry, rotate, null));
    }

    @Test
    void theHistoryBeginsWithTheVersionInUse() {
        inApp(app -> {
            List<SecretVersion> versions = app.versions().history(at(SANDBOX), PASSWORD);
            assertThat(versions).extracting(SecretVersion::number).containsExactly(3L, 2L, 1L);
            assertThat(versions).extracting(SecretVersion::current).containsExactly(true, false, false);
            app.secrets().unset(edit(SANDBOX), List.of(PASSWORD), false);
            assertThat(numbers(app)).as("of a secret that was removed").containsExactly(3L, 2L, 1L);
            refused(Kind.NOT_FOUND, () -> app.versions().history(at(SANDBOX), new Key("none")));
        });
    }

    @Test
    void anEarlierVersionIsRevealedOnTheRecord() {
        inApp(app -> {
            assertThat(app.versions().reveal(at(SANDBOX), PASSWORD, 1)).isEqualTo("one");
            assertThat(app.lastEvent(SANDBOX))
                    .isEqualTo("secret.reveal-version acme/app:sandbox: password null -> null, #version null -> 1");
            assertThat(failure(() -> app.versions().reveal(at(SANDBOX), PASSWORD, 4))
                            .hint())
                    .isEqualTo(Advice.LIST_SECRET_VERSIONS.of(PASSWORD, SANDBOX));
        });
    }

    @Test
    void aRollbackIsANewVersion() {
        inApp(app -> {
            assertThat(rollback(app, 1).changes()).hasSize(1);
            assertThat(app.reveal(SANDBOX, "password")).isEqualTo("one");
            assertThat(numbers(app)).containsExactly(4L, 3L, 2L, 1L);
            assertThat(rollback(app, 4).isNone()).isTrue();
            assertThat(rollback(app, 1).isNone()).isTrue();
            refused(Kind.NOT_FOUND, () -> rollback(app, 9));
        });
    }

    @Test
    void aSecretThatWasRemovedComesBack() {
        inApp(app -> {
            app.secrets().unset(edit(SANDBOX), List.of(PASSWORD), false);
            rollback(app, 2);
            assertThat(app.reveal(SANDBOX, "password")).isEqualTo("two");
        });
    }

    @Test
    void aPurgeLeavesNothing() {
        inApp(app -> {
            policy(app, 5L, null, null);
            EnvironmentUpdate update = app.versions().purge(edit(SANDBOX), List.of(PASSWORD, PASSWORD), false);
            assertThat(update.deletedVersions()).isEqualTo(3);
            assertThat(update.changes()).hasSize(1);
            assertThat(app.lastEvent(SANDBOX)).contains("password#purged null -> 3");
            refused(Kind.NOT_FOUND, () -> numbers(app));
            refused(Kind.NOT_FOUND, () -> app.versions().purge(edit(SANDBOX), List.of(PASSWORD), false));
            assertThat(app.versions()
                            .purge(edit(SANDBOX), List.of(PASSWORD), true)
                            .isNone())
                    .isTrue();
            app.secret(SANDBOX, "password", "new");
            assertThat(numbers(app)).containsExactly(1L);
            assertThat(policy(app, 5L, null, null).details())
                    .as("not asked of the new one")
                    .containsExactly("versions of 'password' to keep: 5");
        });
    }

    @Test
    void aPurgeOfWhatWasRemovedChangesNoKey() {
        inApp(app -> {
            app.secrets().unset(edit(SANDBOX), List.of(PASSWORD), false);
            EnvironmentUpdate update = app.versions().purge(edit(SANDBOX), List.of(PASSWORD), false);
            assertThat(update.changes()).isEmpty();
            assertThat(update.deletedVersions()).isEqualTo(3);
        });
    }

    @Test
    void onlyAsManyVersionsAreKeptAsAreAskedFor() {
        inApp(app -> {
            EnvironmentUpdate update = policy(app, 2L, null, null);
            assertThat(update.deletedVersions()).isEqualTo(1);
            assertThat(numbers(app)).containsExactly(3L, 2L);
            app.secret(SANDBOX, "password", "four");
            assertThat(numbers(app)).containsExactly(4L, 3L);
        });
    }

    @Test
    void whatIsAskedOfASecretIsTold() {
        inApp(app -> {
            assertThat(policy(app, null, "2026-12-01", "2w").details())
                    .containsExactly(
                            "'password' expires at 2026-12-01T00:00:00.000Z",
                            "'password' is due for rotation at 2026-11-24T12:00:00.123Z");
            assertThat(app.lastEvent(SANDBOX))
                    .startsWith("secret.set acme/app:sandbox")
                    .contains("#rotateEvery");
            assertThat(policy(app, null, null, null).isNone()).isTrue();
            assertThat(policy(app, 3L, null, "never").details())
                    .containsExactly("'password' is no longer due for rotation", "versions of 'password' to keep: 3");
            assertThat(policy(app, null, "never", null).details())
                    .containsExactly(
                            "'password' no longer expires: its expiry at 2026-12-01T00:00:00.000Z was removed");
            SecretPolicyEdit note = new SecretPolicyEdit(null, null, null, new Description("whose"));
            assertThat(app.secrets().set(edit(SANDBOX), PASSWORD, null, note).details())
                    .containsExactly("note of 'password' changed");
            refused(Kind.USAGE, () -> policy(app, null, "2026-11-01", null));
            refused(Kind.NOT_FOUND, () -> app.secrets().set(edit(SANDBOX), new Key("none"), null, note));
        });
    }

    /** An expiry that is still to come stays. */
    @Test
    void aNewValueEndsAnExpiryThatHasPassed() {
        inApp(app -> {
            policy(app, null, "2026-12-01", null);
            app.secret(SANDBOX, "password", "four");
            Sealing later = app.at(Acting.START.plus(Duration.ofDays(30)));
            SecretPolicyEdit none = SecretPolicyEdit.NONE;
            assertThat(later.secrets()
                            .set(edit(SANDBOX), PASSWORD, new SecretValue("five"), none)
                            .details())
                    .containsExactly(
                            "'password' no longer expires: its expiry at 2026-12-01T00:00:00.000Z was removed");
        });
    }

    @Test
    void severalAreSetAtOnce() {
        inApp(app -> {
            NavigableMap<Key, SecretValue> values = new TreeMap<>();
            values.put(new Key("a"), new SecretValue("x"));
            values.put(PASSWORD, new SecretValue("three"));
            assertThat(app.secrets().setAll(edit(SANDBOX), values).changes())
                    .extracting(change -> change.key().path())
                    .containsExactly("a");
            values.put(PASSWORD, new SecretValue("four"));
            assertThat(app.secrets().setAll(edit(SANDBOX), values).changes()).hasSize(1);
            assertThat(app.reveal(SANDBOX, "password")).isEqualTo("four");
        });
    }

    @Test
    void aReferenceIsAVersionToo() {
        inApp(app -> {
            app.secrets().set(edit(SANDBOX), PASSWORD, SecretReference.parse("env:OUTSIDE"));
            assertThat(app.versions().reveal(at(SANDBOX), PASSWORD, 4)).isEqualTo("from outside");
            rollback(app, 3);
            rollback(app, 4);
            assertThat(app.reveal(SANDBOX, "password")).isEqualTo("from outside");
        });
    }

    @Test
    void rightsAreThoseOfTheAction() {
        inApp(app -> {
            app.acting().join("acme", "vera@example.com", Role.VIEWER);
            Sealing vera = app.as("vera@example.com");
            assertThat(numbers(vera)).hasSize(3);
            refused(Kind.FORBIDDEN, () -> vera.versions().reveal(at(SANDBOX), PASSWORD, 1));
            refused(Kind.FORBIDDEN, () -> rollback(vera, 1));
            refused(Kind.FORBIDDEN, () -> vera.versions().purge(edit(SANDBOX), List.of(PASSWORD), false));
        });
    }

    @Test
    void aVersionThatIsATemplateIsResolved() {
        inApp(app -> {
            app.acting().set(SANDBOX, "host=\"h\"");
            app.secretTemplate(SANDBOX, "password", "p@${host}");
            assertThat(app.versions().reveal(at(SANDBOX), PASSWORD, 4)).isEqualTo("p@h");
            app.secretTemplate(SANDBOX, "password", "p@${none}");
            refused(Kind.RULE, () -> app.versions().reveal(at(SANDBOX), PASSWORD, 5));
        });
    }
}
