package io.github.orgctl.core.configuration;

import static io.github.orgctl.core.configuration.Sealing.LIVE;
import static io.github.orgctl.core.configuration.Sealing.SANDBOX;
import static io.github.orgctl.core.configuration.Sealing.SHOP;
import static io.github.orgctl.core.configuration.Sealing.at;
import static io.github.orgctl.core.kernel.Acting.edit;
import static io.github.orgctl.core.kernel.Acting.failure;
import static io.github.orgctl.core.kernel.Acting.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeySelection;
import io.github.orgctl.core.model.configuration.SecretReference;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Failure.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** App's sandbox has the values a=1 and db.host=2, and the secret db.password. */
class CopyServiceTest {
    private static final KeySelection BELOW_DB = new KeySelection(List.of(), new Key("db"));

    @TempDir
    Path folder;

    private void inApp(Consumer<Sealing> test) {
        Sealing.inApp(folder, app -> {
            app.acting().set(SANDBOX, "a=1", "db.host=2");
            app.secret(SANDBOX, "db.password", "s");
            test.accept(app);
        });
    }

    private static KeySelection only(String... keys) {
        return new KeySelection(List.of(keys).stream().map(Key::new).toList(), null);
    }

    private static PlannedUpdate values(Sealing app, String to, KeySelection selection, boolean overwrite) {
        return app.copies().values(edit(to), at(SANDBOX), selection, overwrite).make(Approval.beforehand());
    }

    private static PlannedUpdate secrets(Sealing app, String to, KeySelection selection, boolean overwrite) {
        return app.copies().secrets(edit(to), at(SANDBOX), selection, overwrite).make(Approval.beforehand());
    }

    @Test
    void allValuesOrSomeAreCopied() {
        inApp(app -> {
            app.acting().set(SHOP, "own=3");
            assertThat(values(app, LIVE, KeySelection.ALL, false).update().changes())
                    .hasSize(2);
            assertThat(app.acting().values(LIVE)).isEqualTo(app.acting().values(SANDBOX));
            values(app, SHOP, only("a"), false);
            assertThat(app.acting().values(SHOP).values()).hasToString("{a=1, own=3}");
            values(app, SHOP, BELOW_DB, false);
            assertThat(app.acting().values(SHOP).values()).hasToString("{a=1, db.host=2, own=3}");
            assertThat(app.secretKeys(SHOP)).isEmpty();
        });
    }

    @Test
    void otherValuesAreReplacedOnlyOnRequest() {
        inApp(app -> {
            app.acting().set(LIVE, "a=9", "db.host=2");
            assertThat(failure(() -> values(app, LIVE, KeySelection.ALL, false)))
                    .hasMessage("acme/app:live already has other values for a");
            assertThat(values(app, LIVE, only("db.host"), false).update().changes())
                    .isEmpty();
            values(app, LIVE, KeySelection.ALL, true);
            assertThat(app.value(LIVE, "a")).isEqualTo("1");
        });
    }

    @Test
    void whatIsMissingIsNamedWithWhatIsNear() {
        inApp(app -> {
            assertThat(failure(() -> values(app, LIVE, only("db.hast"), false)).hint())
                    .hasToString("did you mean db.host?");
            assertThat(failure(() -> values(app, LIVE, only("a", "none", "more"), false)))
                    .hasMessage("acme/app:sandbox has no value for none, more");
            assertThat(failure(() -> values(app, LIVE, new KeySelection(List.of(), new Key("none")), false)))
                    .hasMessage("acme/app:sandbox has no value at or below 'none'");
            assertThat(failure(() -> secrets(app, LIVE, only("none"), false)))
                    .hasMessage("acme/app:sandbox has no secret none");
            refused(Kind.NOT_FOUND, () -> secrets(app, LIVE, new KeySelection(List.of(), new Key("a")), false));
            assertThat(failure(() -> values(app, LIVE, only("zzzzzz"), false)).hint())
                    .isEqualTo(Advice.LIST_VALUES.of(SANDBOX));
            assertThat(failure(() -> secrets(app, LIVE, only("zzzzzz"), false)).hint())
                    .isEqualTo(Advice.LIST_SECRETS.of(SANDBOX));
            // Of the other kind, it can be copied by another command.
            assertThat(failure(() -> values(app, LIVE, only("db.password"), false))
                            .hint())
                    .isEqualTo(Advice.COPY_SECRET.of(new Key("db.password"), SANDBOX, LIVE));
            assertThat(failure(() -> secrets(app, LIVE, only("a"), false)).hint())
                    .isEqualTo(Advice.COPY_VALUE.of(new Key("a"), SANDBOX, LIVE));
        });
    }

    @Test
    void secretsAreEncryptedForTheirNewPlaceAndTheReadingIsRecorded() {
        inApp(app -> {
            app.secrets().set(edit(SANDBOX), new Key("outside"), SecretReference.parse("env:OUTSIDE"));
            assertThat(secrets(app, LIVE, KeySelection.ALL, false).update().changes())
                    .hasSize(2);
            assertThat(app.reveal(LIVE, "db.password")).isEqualTo("s");
            assertThat(app.secrets().get(at(LIVE), new Key("outside")).isReference())
                    .isTrue();
            assertThat(app.acting().values(LIVE).values()).isEmpty();
            secrets(app, SHOP, BELOW_DB, false);
            // The members of the source learn of it in their own audit log.
            assertThat(app.lastEvent(SANDBOX)).isEqualTo("secret.reveal acme/app:sandbox: db.password null -> null");
            assertThat(app.lastEvent(SHOP)).startsWith("secret.copy other/shop:sandbox");
        });
    }

    @Test
    void otherSecretsAreReplacedOnlyOnRequest() {
        inApp(app -> {
            app.secret(LIVE, "db.password", "other");
            refused(Kind.CONFLICT, () -> secrets(app, LIVE, KeySelection.ALL, false));
            secrets(app, LIVE, KeySelection.ALL, true);
            assertThat(app.reveal(LIVE, "db.password")).isEqualTo("s");
            assertThat(secrets(app, LIVE, KeySelection.ALL, false).update().changes())
                    .isEmpty();
        });
    }

    @Test
    void theTargetsRulesHold() {
        inApp(app -> {
            app.acting().set(LIVE, "db=1");
            refused(Kind.RULE, () -> values(app, LIVE, BELOW_DB, false));
            refused(Kind.RULE, () -> secrets(app, LIVE, BELOW_DB, false));
            app.acting().environments().lock(at(SHOP), new Description("release"), null);
            refused(Kind.REFUSED, () -> values(app, SHOP, KeySelection.ALL, false));
            refused(Kind.REFUSED, () -> secrets(app, SHOP, KeySelection.ALL, false));
        });
    }

    @Test
    void everythingThatStandsInTheWayIsTold() {
        inApp(app -> {
            app.acting().set(LIVE, "a=9", "db=1");
            assertThat(failure(() -> values(app, LIVE, KeySelection.ALL, false)).getMessage())
                    .contains("already has other values for a", "'db'");
            app.secret(LIVE, "other", "s");
            app.acting().set(LIVE, "db-password=1");
            assertThat(failure(() -> secrets(app, LIVE, KeySelection.ALL, false))
                            .getMessage())
                    .contains("'db'", "DB_PASSWORD");
        });
    }

    @Test
    void itTakesTheRightsToReadHereAndToChangeThere() {
        inApp(app -> {
            app.acting().join("acme", "vera@example.com", Role.VIEWER);
            app.acting().join("other", "vera@example.com", Role.DEVELOPER);
            Sealing vera = app.as("vera@example.com");
            refused(Kind.FORBIDDEN, () -> values(vera, LIVE, KeySelection.ALL, false));
            values(vera, SHOP, KeySelection.ALL, false);
            refused(Kind.FORBIDDEN, () -> secrets(vera, SHOP, KeySelection.ALL, false));
        });
    }

    private static boolean everything(Sealing app, boolean withSecrets) {
        EnvironmentReference.ById shop = new EnvironmentReference.ById(
                app.acting().environments().show(at(SHOP), null).environment().id(), null);
        return app.copies().all(at(SANDBOX), shop, withSecrets);
    }

    @Test
    void everythingIsCopiedWithNotes() {
        inApp(app -> {
            app.notes().set(edit(SANDBOX), new Key("a"), new Description("whose"));
            assertThat(everything(app, true)).isTrue();
            assertThat(app.acting().values(SHOP)).isEqualTo(app.acting().values(SANDBOX));
            assertThat(app.reveal(SHOP, "db.password")).isEqualTo("s");
            assertThat(app.acting()
                            .tx()
                            .notes()
                            .all(app.acting()
                                    .environments()
                                    .show(at(SHOP), null)
                                    .environment()
                                    .id()))
                    .hasToString("{a=whose}");
            assertThat(app.lastEvent(SANDBOX)).startsWith("secret.reveal acme/app:sandbox");
        });
    }

    @Test
    void everythingIsCompleteWithoutSecretsOnlyWhereThereAreNone() {
        inApp(app -> {
            assertThat(everything(app, false)).isFalse();
            assertThat(app.secretKeys(SHOP)).isEmpty();
            app.secrets().unset(edit(SANDBOX), List.of(new Key("db.password")), false);
            assertThat(everything(app, false)).isTrue();
            assertThat(everything(app, true)).isTrue();
        });
    }

    @Test
    void secretsOfEverythingAreForThoseWhoMayRevealThem() {
        inApp(app -> {
            app.acting().join("acme", "vera@example.com", Role.VIEWER);
            app.acting().join("other", "vera@example.com", Role.DEVELOPER);
            Sealing vera = app.as("vera@example.com");
            assertThat(everything(vera, false)).isFalse();
            refused(Kind.FORBIDDEN, () -> everything(vera, true));
        });
    }
}
