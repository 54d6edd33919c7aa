package io.github.orgctl.core.organization;

import static io.github.orgctl.core.kernel.Acting.edit;
import static io.github.orgctl.core.kernel.Acting.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.configuration.Approval;
import io.github.orgctl.core.configuration.CopyService;
import io.github.orgctl.core.configuration.EnvironmentWriter;
import io.github.orgctl.core.configuration.ProjectSchemas;
import io.github.orgctl.core.configuration.SecretService;
import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.SecretValue;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.promotion.PromotionRequest;
import io.github.orgctl.vault.OutsideSecrets;
import io.github.orgctl.vault.TinkVault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acme's Website has a=2 in its sandbox and a=1, which was promoted, in live; Other is another organization. */
class CloneServiceTest {
    private static final ProjectReference WEBSITE = ProjectReference.parse("acme/website");

    @TempDir
    Path folder;

    private static void inAcme(Consumer<Acting> test) {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            operator.organization("Other");
            operator.in("acme")
                    .projects()
                    .create(new NewProject(new Name("Website"), null, new Description("what for")), false);
            operator.set("acme/website:sandbox", "a=1");
            promote(operator, "acme/website:live");
            operator.set("acme/website:sandbox", "a=2");
            test.accept(operator);
        });
    }

    private static void promote(Acting acting, String live) {
        acting.promotions()
                .promote(new PromotionRequest(edit(live), List.of(), List.of(), List.of()), Approval.beforehand());
    }

    private static EnvironmentWriter writer(Acting acting, UnitOfWork work) {
        return new EnvironmentWriter(work, new ProjectSchemas(work, acting.memory(), true), false);
    }

    private SecretService secrets(Acting acting, UnitOfWork work) {
        return new SecretService(
                work,
                writer(acting, work),
                new TinkVault(folder.resolve("keyset.json"), false),
                new OutsideSecrets(Map.of(), folder.toFile(), Duration.ofSeconds(10)));
    }

    private void addSecret(Acting acting) {
        secrets(acting, acting.work()).set(edit("acme/website:live"), new Key("password"), new SecretValue("s"));
    }

    private ProjectClone twin(Acting acting, boolean withSecrets) {
        UnitOfWork work = acting.work();
        CopyService copies = new CopyService(work, writer(acting, work), secrets(acting, work));
        return new CloneService(work, copies).clone(WEBSITE, new Name("Twin"), null, withSecrets);
    }

    @Test
    void hasDescriptionAndValuesOfTheOtherAndIdsOfItsOwn() {
        inAcme(operator -> {
            Project website = operator.projects().show(WEBSITE);
            ProjectClone clone = twin(operator, false);
            assertThat(clone.isComplete()).isTrue();
            assertThat(clone.project().description()).isEqualTo(website.description());
            assertThat(clone.project().slug()).isEqualTo(new Slug("twin"));
            assertThat(clone.project().liveId()).isNotEqualTo(website.liveId());
            assertThat(operator.values("acme/twin:sandbox")).isEqualTo(operator.values("acme/website:sandbox"));
            assertThat(operator.values("acme/twin:live")).isEqualTo(operator.values("acme/website:live"));
        });
    }

    @Test
    void belongsToTheOrganizationThatTheCommandNames() {
        inAcme(operator -> {
            assertThat(twin(operator.in("other"), false).project().organization())
                    .isEqualTo(new Slug("other"));
            // One that is merely chosen has no say.
            assertThat(twin(operator.chosen("other"), false).project().organization())
                    .isEqualTo(new Slug("acme"));
            refused(Kind.CONFLICT, () -> twin(operator, false));
        });
    }

    /** What was changed in the sandbox alone is promoted, and is no conflict. */
    @Test
    void promotesFromWhereTheOtherWasLeft() {
        inAcme(operator -> {
            twin(operator, false);
            promote(operator, "acme/twin:live");
            assertThat(operator.values("acme/twin:live")).isEqualTo(operator.values("acme/twin:sandbox"));
        });
    }

    @Test
    void hasTheSchemaOfTheOther() {
        inAcme(operator -> {
            assertThat(operator.tx()
                            .schemas()
                            .find(twin(operator, false).project().id()))
                    .isEmpty();
        });
        inAcme(operator -> {
            // Values that break it already are copied all the same.
            operator.projectSchemas().set(WEBSITE, "{\"properties\":{\"a\":{\"type\":\"string\"}}}", true, Set.of());
            Project twin = twin(operator, false).project();
            Project website = operator.projects().show(WEBSITE);
            assertThat(operator.tx().schemas().find(twin.id()))
                    .isPresent()
                    .isEqualTo(operator.tx().schemas().find(website.id()));
            assertThat(operator.lastEvent(twin.organizationId())).startsWith("schema.set acme/twin: schema null -> ");
        });
    }

    @Test
    void isCompleteOnlyWithAllSecrets() {
        inAcme(operator -> {
            addSecret(operator);
            assertThat(twin(operator, false).isComplete()).isFalse();
            EnvironmentReference live = EnvironmentReference.parse("acme/twin:live");
            assertThat(secrets(operator, operator.work()).list(live)).isEmpty();
        });
        inAcme(operator -> {
            addSecret(operator);
            assertThat(twin(operator, true).isComplete()).isTrue();
            EnvironmentReference live = EnvironmentReference.parse("acme/twin:live");
            assertThat(secrets(operator, operator.work()).reveal(live, new Key("password"), false))
                    .isEqualTo("s");
        });
    }
}
