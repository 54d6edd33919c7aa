package io.github.orgctl.core.configuration;

import static io.github.orgctl.core.kernel.Acting.edit;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyEdit;
import io.github.orgctl.core.model.configuration.SecretMark;
import io.github.orgctl.core.model.configuration.SecretTemplate;
import io.github.orgctl.core.model.configuration.SecretValue;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.vault.OutsideSecrets;
import io.github.orgctl.vault.TinkVault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The services that need a vault, for an acting identity. Acme has the project App, Other has Shop.
 *
 * @param keyset the vault's file
 */
public record Sealing(Acting acting, Path keyset) {
    public static final String SANDBOX = "acme/app:sandbox";
    public static final String LIVE = "acme/app:live";
    public static final String SHOP = "other/shop:sandbox";

    public static void inApp(Path folder, Consumer<Sealing> test) {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            operator.project("acme", "App");
            operator.organization("Other");
            operator.project("other", "Shop");
            test.accept(new Sealing(operator, folder.resolve("keyset.json")));
        });
    }

    public static EnvironmentReference at(String environment) {
        return EnvironmentReference.parse(environment);
    }

    public Sealing as(String email) {
        return new Sealing(acting.as(email), keyset);
    }

    public Sealing at(Instant time) {
        return new Sealing(acting.at(time.toString()), keyset);
    }

    private EnvironmentWriter writer(UnitOfWork work) {
        return new EnvironmentWriter(work, new ProjectSchemas(work, acting.memory(), true), false);
    }

    private TinkVault vault() {
        return new TinkVault(keyset, false);
    }

    private OutsideSecrets outside() {
        return new OutsideSecrets(
                Map.of("OUTSIDE", "from outside"), keyset.getParent().toFile(), Duration.ofSeconds(10));
    }

    private SecretService secrets(UnitOfWork work) {
        return new SecretService(work, writer(work), vault(), outside());
    }

    private SecretVersionService versions(UnitOfWork work) {
        return new SecretVersionService(work, writer(work), vault(), outside());
    }

    public SecretService secrets() {
        return secrets(acting.work());
    }

    SecretVersionService versions() {
        return versions(acting.work());
    }

    /** Plans to restore what an environment had. */
    RestoredSecrets restore(String environment, Configuration values, Map<Key, SecretMark> marks, long revision) {
        UnitOfWork work = acting.work();
        WritableEnvironment target = writer(work).open(edit(environment), Action.ENV_ROLLBACK);
        return versions(work).restore(target, values, marks, revision);
    }

    CopyService copies() {
        UnitOfWork work = acting.work();
        return new CopyService(work, writer(work), secrets(work));
    }

    NoteService notes() {
        UnitOfWork work = acting.work();
        return new NoteService(work, writer(work), new ConfigurationService(work, writer(work)));
    }

    RenameService renames() {
        UnitOfWork work = acting.work();
        ConfigurationService values = new ConfigurationService(work, writer(work));
        return new RenameService(work, writer(work), values, secrets(work), versions(work));
    }

    TemplateService templates() {
        UnitOfWork work = acting.work();
        return new TemplateService(work, secrets(work));
    }

    VariableService variables() {
        UnitOfWork work = acting.work();
        return new VariableService(work, secrets(work));
    }

    /** Opens an environment for an edit, with the problems that its opening finds. */
    WritableEnvironment open(Edit edit, Problems problems) {
        return writer(acting.work()).open(edit, Action.CONFIG_SET, problems);
    }

    SecretCheckService checks() {
        return new SecretCheckService(acting.work(), vault());
    }

    public void secret(String environment, String key, String value) {
        secrets().set(edit(environment), new Key(key), new SecretValue(value));
    }

    public void secretTemplate(String environment, String key, String template) {
        secrets().set(edit(environment), new Key(key), SecretTemplate.parse(template));
    }

    public void template(String environment, String key, String template) {
        Value value = Value.given("{\"$template\":" + Value.json(template) + "}");
        acting.configurations().set(edit(environment), List.of(new KeyEdit(new Key(key), value)));
    }

    public String reveal(String environment, String key) {
        return secrets().reveal(at(environment), new Key(key), false);
    }

    public String raw(String environment, String key) {
        return secrets().reveal(at(environment), new Key(key), true);
    }

    public String value(String environment, String key) {
        Value value = acting.values(environment).get(new Key(key));
        return value == null ? null : value.json();
    }

    public List<String> secretKeys(String environment) {
        return secrets().list(at(environment)).stream()
                .map(secret -> secret.key().path())
                .toList();
    }

    public String lastEvent(String environment) {
        return acting.lastEvent(
                acting.environments().show(at(environment), null).environment().organizationId());
    }
}
