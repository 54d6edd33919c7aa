package io.github.orgctl.core.configuration;

import static io.github.orgctl.core.kernel.Acting.edit;
import static io.github.orgctl.core.kernel.Acting.failure;
import static io.github.orgctl.core.kernel.Acting.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.configuration.Revision;
import io.github.orgctl.core.model.configuration.SealedSecret;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.SecretReference;
import io.github.orgctl.core.model.configuration.SecretValue;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.configuration.Variable;
import io.github.orgctl.core.model.configuration.Variables;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.vault.OutsideSecrets;
import io.github.orgctl.vault.TinkVault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox of Acme's App has the value {@code port} and the secret {@code db.password}. */
class SecretsTest {
    private static final String SANDBOX = "acme/app:sandbox";
    private static final EnvironmentReference REFERENCE = EnvironmentReference.parse(SANDBOX);
    private static final Key PASSWORD = new Key("db.password");

    @TempDir
    Path folder;

    private void inApp(BiConsumer<Acting, Project> test) {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            Project app = operator.project("acme", "App");
            operator.set(SANDBOX, "port=80");
            secrets(operator).set(edit(SANDBOX), PASSWORD, new SecretValue("first"));
            test.accept(operator, app);
        });
    }

    private SecretService secrets(Acting acting) {
        return secrets(acting, acting.work());
    }

    private SecretService secrets(Acting acting, UnitOfWork work) {
        EnvironmentWriter writer = new EnvironmentWriter(work, new ProjectSchemas(work, acting.memory(), true), false);
        return new SecretService(
                work,
                writer,
                new TinkVault(folder.resolve("keyset.json"), false),
                new OutsideSecrets(Map.of("OUTSIDE", "from outside"), folder.toFile(), Duration.ofSeconds(10)));
    }

    private Variables variables(Acting acting, String only, boolean withSecrets, boolean withLoaders) {
        UnitOfWork work = acting.work();
        return new VariableService(work, secrets(acting, work))
                .of(new VariableSelection(
                        REFERENCE, Action.CONFIG_LIST, only == null ? null : new Key(only), withSecrets, withLoaders));
    }

    private static List<String> texts(Variables variables) {
        return variables.all().stream()
                .map(variable -> variable.name() + "=" + variable.text())
                .toList();
    }

    @Test
    void isListedWithoutItsValue() {
        inApp((acting, app) -> {
            List<Secret> listed = secrets(acting).list(REFERENCE);
            assertThat(listed).extracting(Secret::key).containsExactly(PASSWORD);
            assertThat(listed.toString()).doesNotContain("first");
            assertThat(secrets(acting).get(REFERENCE, PASSWORD)).isEqualTo(listed.get(0));
            assertThat(secrets(acting).list(EnvironmentReference.parse("acme/app:live")))
                    .isEmpty();
        });
    }

    @Test
    void revealingLeavesAnEvent() {
        inApp((acting, app) -> {
            int before = acting.events(app.organizationId()).size();
            assertThat(secrets(acting).reveal(REFERENCE, PASSWORD, false)).isEqualTo("first");
            assertThat(acting.lastEvent(app.organizationId()))
                    .isEqualTo("secret.reveal acme/app:sandbox: db.password null -> null");
            assertThat(acting.events(app.organizationId())).hasSize(before + 1);
        });
    }

    @Test
    void whatIsAbsentIsAnsweredWithWhatIsNear() {
        inApp((acting, app) -> {
            assertThat(absent(acting, "db.passwort").hint()).hasToString("did you mean db.password?");
            assertThat(absent(acting, "port").hint().toString()).contains("GET_VALUE", SANDBOX);
            assertThat(absent(acting, "other").hint().toString()).contains("LIST_SECRETS", SANDBOX);
            Failure failure = failure(() -> acting.configurations().get(REFERENCE, PASSWORD, false));
            assertThat(failure.hint().toString()).contains("REVEAL_SECRET", SANDBOX);
        });
    }

    private Failure absent(Acting acting, String key) {
        Failure failure = failure(() -> secrets(acting).reveal(REFERENCE, new Key(key), false));
        assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
        return failure;
    }

    @Test
    void theSameValueAgainMakesNoRevision() {
        inApp((acting, app) -> {
            SecretValue second = new SecretValue("second");
            EnvironmentUpdate same = secrets(acting).set(edit(SANDBOX), PASSWORD, new SecretValue("first"));
            assertThat(same.changes()).isEmpty();
            assertThat(same.environment().revision()).isEqualTo(3);
            Acting later = acting.at("2026-11-11T00:00:00Z");
            EnvironmentUpdate other = secrets(later).set(edit(SANDBOX), PASSWORD, second);
            assertThat(other.changes()).hasSize(1);
            assertThat(other.environment().revision()).isEqualTo(4);
            assertThat(secrets(acting).reveal(REFERENCE, PASSWORD, false)).isEqualTo("second");
            Secret secret = secrets(acting).get(REFERENCE, PASSWORD);
            assertThat(secret.createdAt()).isEqualTo(acting.now());
            assertThat(secret.updatedAt()).isEqualTo(later.now());
        });
    }

    @Test
    void aReferenceIsReadWhereItPoints() {
        inApp((acting, app) -> {
            secrets(acting).set(edit(SANDBOX), PASSWORD, SecretReference.parse("env:OUTSIDE"));
            assertThat(secrets(acting).reveal(REFERENCE, PASSWORD, false)).isEqualTo("from outside");
            assertThat(secrets(acting)
                            .set(edit(SANDBOX), PASSWORD, SecretReference.parse("env:OUTSIDE"))
                            .changes())
                    .isEmpty();
            secrets(acting).set(edit(SANDBOX), PASSWORD, SecretReference.parse("env:NOWHERE"));
            Failure failure = failure(() -> secrets(acting).reveal(REFERENCE, PASSWORD, false));
            assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
            assertThat(failure).hasMessageStartingWith("the secret 'db.password' has no value: ");
        });
    }

    @Test
    void valuesAndSecretsHaveKeysOfTheirOwn() {
        inApp((acting, app) -> {
            refused(Kind.RULE, () -> secrets(acting).set(edit(SANDBOX), new Key("port"), new SecretValue("x")));
            refused(Kind.RULE, () -> secrets(acting).set(edit(SANDBOX), new Key("db"), new SecretValue("x")));
            refused(Kind.RULE, () -> secrets(acting).set(edit(SANDBOX), new Key("port.a"), new SecretValue("x")));
            refused(Kind.RULE, () -> acting.set(SANDBOX, "db.password=1"));
            refused(Kind.RULE, () -> acting.set(SANDBOX, "db=1"));
        });
    }

    @Test
    void takesAwayAllOrNone() {
        inApp((acting, app) -> {
            List<Key> both = List.of(PASSWORD, new Key("other"), PASSWORD);
            refused(Kind.NOT_FOUND, () -> secrets(acting).unset(edit(SANDBOX), both, false));
            assertThat(secrets(acting).list(REFERENCE)).hasSize(1);
            EnvironmentUpdate update = secrets(acting).unset(edit(SANDBOX), both, true);
            assertThat(update.changes()).hasSize(1);
            assertThat(update.environment().revision()).isEqualTo(4);
            assertThat(secrets(acting).list(REFERENCE)).isEmpty();
            assertThat(secrets(acting).unset(edit(SANDBOX), both, true).changes())
                    .isEmpty();
        });
    }

    @Test
    void aNewKeyEncryptsAllAnew() {
        inApp((acting, app) -> {
            secrets(acting).set(edit("acme/app:live"), new Key("a"), new SecretValue("live"));
            String sealed = secrets(acting).get(REFERENCE, PASSWORD).content();
            SecretService rotating = secrets(acting);
            assertThat(rotating.rotateKey()).isEqualTo(new Rotation(2));
            assertThat(acting.lastEvent(app.organizationId())).isEqualTo("secret.rotate-key acme: secrets null -> 2");
            rotating.forgetOldKeys();
            assertThat(secrets(acting).get(REFERENCE, PASSWORD).content()).isNotEqualTo(sealed);
            assertThat(secrets(acting).reveal(REFERENCE, PASSWORD, false)).isEqualTo("first");
            assertThat(secrets(acting).reveal(EnvironmentReference.parse("acme/app:live"), new Key("a"), false))
                    .isEqualTo("live");
            acting.join("acme", "olga@example.com", Role.OWNER);
            refused(Kind.FORBIDDEN, () -> secrets(acting.as("olga@example.com")).rotateKey());
        });
    }

    @Test
    void thereIsNothingToEncryptWithoutSecrets() {
        inApp((acting, app) -> {
            secrets(acting).unset(edit(SANDBOX), List.of(PASSWORD), false);
            assertThat(secrets(acting).rotateKey()).as("versions that are kept").isEqualTo(new Rotation(1));
            acting.tx().secretVersions().deleteUpTo(app.sandboxId(), PASSWORD, 1);
            int before = acting.events(app.organizationId()).size();
            assertThat(secrets(acting).rotateKey()).isEqualTo(new Rotation(0));
            assertThat(acting.events(app.organizationId())).hasSize(before);
        });
    }

    @Test
    void programsGetValuesAndSecrets() {
        inApp((acting, app) -> {
            Variables all = variables(acting, null, true, false);
            assertThat(texts(all)).containsExactly("DB_PASSWORD=first", "PORT=80");
            assertThat(all.secretsLeftOut()).isZero();
            assertThat(all.all()).extracting(Variable::secret).containsExactly(true, false);
            assertThat(acting.lastEvent(app.organizationId())).startsWith("secret.reveal ");
            Variables values = variables(acting, null, false, false);
            assertThat(texts(values)).containsExactly("PORT=80");
            assertThat(values.secretsLeftOut()).isEqualTo(1);
            assertThat(texts(variables(acting, "db", true, false))).containsExactly("DB_PASSWORD=first");
            assertThat(variables(acting, "port", false, false).secretsLeftOut()).isZero();
            refused(Kind.NOT_FOUND, () -> variables(acting, "db", false, false));
            refused(Kind.NOT_FOUND, () -> variables(acting, "nothing", true, false));
        });
    }

    @Test
    void whatDecidesWhichProgramsRunHasToBeAllowed() {
        inApp((acting, app) -> {
            secrets(acting).set(edit(SANDBOX), new Key("ld.preload"), new SecretValue("x"));
            assertThat(texts(variables(acting, null, false, false))).containsExactly("PORT=80");
            refused(Kind.REFUSED, () -> variables(acting, null, true, false));
            assertThat(texts(variables(acting, "port", true, false))).containsExactly("PORT=80");
            assertThat(texts(variables(acting, null, true, true))).contains("LD_PRELOAD=x");
            acting.set(SANDBOX, "path=\"/tmp\"");
            refused(Kind.REFUSED, () -> variables(acting, null, false, false));
            assertThat(texts(variables(acting, null, false, true))).containsExactly("PATH=/tmp", "PORT=80");
        });
    }

    @Test
    void everyVariableHasANameOfItsOwn() {
        inApp((acting, app) -> {
            String message = "'a-b' and 'a.b' would both be exported as A_B";
            Failure refused = failure(() -> acting.set(SANDBOX, "a.b=1", "a-b=2"));
            assertThat(refused.kind()).isEqualTo(Kind.RULE);
            assertThat(refused).hasMessage(message);
            // Stores from before may have both.
            keepBoth(acting);
            Failure failure = failure(() -> variables(acting, null, false, false));
            assertThat(failure.kind()).isEqualTo(Kind.RULE);
            assertThat(failure).hasMessage(message);
            acting.set(SANDBOX, "a.b=3");
        });
    }

    private static void keepBoth(Acting acting) {
        Environment environment =
                acting.work().resolver().environment(EnvironmentReference.parse(SANDBOX), Action.CONFIG_SET);
        Environment revised = environment.revised(acting.now());
        List<KeyChange> changes = List.of(
                new KeyChange(new Key("a-b"), null, new Value("2")),
                new KeyChange(new Key("a.b"), null, new Value("1")));
        Revision revision = new Revision(revised.revision(), revised.updatedAt(), "ann", Description.NONE, List.of());
        acting.tx().configurations().revise(revised, revision, null, changes);
    }

    @Test
    void noVariableHoldsNul() {
        inApp((acting, app) -> {
            acting.set(SANDBOX, "zero=\"a\\u0000\"", "face=\"\ud83d\ude00\"");
            refused(Kind.RULE, () -> variables(acting, "zero", false, false));
            assertThat(texts(variables(acting, "face", false, false))).containsExactly("FACE=\ud83d\ude00");
        });
    }

    @Test
    void aRotationUsesAnotherKeyAndForgetsTheOldOneWhenItIsDone() {
        inApp((acting, app) -> {
            Secret before = secrets(acting).get(REFERENCE, PASSWORD);
            SealedSecret sealed = new SealedSecret(app.sandboxId(), before.key(), before.version(), before.content());
            Set<Long> keys = acting.tx().secrets().encryptionKeys();
            SecretService rotating = secrets(acting);
            rotating.rotateKey();
            assertThat(acting.tx().secrets().encryptionKeys()).hasSize(1).doesNotContainAnyElementsOf(keys);
            assertThat(new TinkVault(folder.resolve("keyset.json"), false).open(sealed))
                    .as("with the transaction rolled back")
                    .isEqualTo("first");
            rotating.forgetOldKeys();
            TinkVault vault = new TinkVault(folder.resolve("keyset.json"), false);
            refused(Kind.DAMAGED, () -> vault.open(sealed));
        });
    }
}
