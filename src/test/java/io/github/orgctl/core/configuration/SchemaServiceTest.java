package io.github.orgctl.core.configuration;

import static io.github.orgctl.core.kernel.Acting.failure;
import static io.github.orgctl.core.kernel.Acting.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.model.configuration.Violation;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.core.model.value.Sha256;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Acme's App has values, and no schema yet. */
class SchemaServiceTest {
    private static final ProjectReference APP = ProjectReference.parse("acme/app");
    private static final String SANDBOX = "acme/app:sandbox";
    private static final String PORT_IS_A_NUMBER = "{\"properties\":{\"port\":{\"type\":\"integer\"}}}";

    private static void inApp(BiConsumer<Acting, Project> test) {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            test.accept(operator, operator.project("acme", "App"));
        });
    }

    private static SchemaChange attach(Acting acting, String text) {
        return acting.projectSchemas().set(APP, text, true, EnumSet.allOf(Gate.class));
    }

    private static List<String> violations(Acting acting, String reference) {
        return acting.projectSchemas().violations(EnvironmentReference.parse(reference)).stream()
                .map(violation -> violation.mode() + " " + violation)
                .toList();
    }

    @Test
    void isShownAsItWasGiven() {
        inApp((acting, app) -> {
            refused(Kind.NOT_FOUND, () -> acting.projectSchemas().show(APP));
            SchemaChange change = acting.projectSchemas().set(APP, PORT_IS_A_NUMBER, false, Set.of());
            assertThat(change.made()).isTrue();
            assertThat(change.refusal()).isNull();
            assertThat(change.violations()).isEmpty();
            assertThat(acting.projectSchemas().show(APP)).isEqualTo(PORT_IS_A_NUMBER);
            assertThat(acting.lastEvent(app.organizationId()))
                    .isEqualTo("schema.set acme/app: schema null -> " + Sha256.of(PORT_IS_A_NUMBER));
        });
    }

    @Test
    void theSameSchemaAgainChangesNothing() {
        inApp((acting, app) -> {
            attach(acting, "{}");
            assertThat(attach(acting, "{}").made()).isFalse();
            assertThat(acting.events(app.organizationId())).hasSize(3);
            assertThat(attach(acting, "{ }").made()).isTrue();
            assertThat(acting.lastEvent(app.organizationId()))
                    .isEqualTo("schema.set acme/app: schema " + Sha256.of("{}") + " -> " + Sha256.of("{ }"));
        });
    }

    @Test
    void hasAtMostAMillionCharacters() {
        inApp((acting, app) -> {
            String longest = "{}" + " ".repeat(1024 * 1024 - 2);
            assertThat(attach(acting, longest).made()).isTrue();
            refused(Kind.USAGE, () -> attach(acting, longest + " "));
        });
    }

    @Test
    void isNotAttachedWhereValuesBreakItUnlessThatIsAllowed() {
        inApp((acting, app) -> {
            acting.set(SANDBOX, "port=\"a\"");
            SchemaChange refused = acting.projectSchemas().set(APP, PORT_IS_A_NUMBER, false, Set.of());
            assertThat(refused.made()).isFalse();
            assertThat(refused.violations()).extracting(Violation::key).containsExactly("port");
            assertThat(refused.refusal().kind()).isEqualTo(Kind.RULE);
            assertThat(refused.refusal()).hasMessage("values of acme/app violate the schema in 1 place");
            refused(Kind.NOT_FOUND, () -> acting.projectSchemas().show(APP));
            acting.set("acme/app:live", "port=\"b\"");
            assertThat(acting.projectSchemas()
                            .set(APP, PORT_IS_A_NUMBER, false, Set.of())
                            .refusal())
                    .hasMessageEndingWith("in 2 places");
            SchemaChange allowed = attach(acting, PORT_IS_A_NUMBER);
            assertThat(allowed.made()).isTrue();
            assertThat(allowed.violations()).hasSize(2);
        });
    }

    @Test
    void isTakenAway() {
        inApp((acting, app) -> {
            refused(Kind.NOT_FOUND, () -> acting.projectSchemas().unset(APP, false, Set.of()));
            assertThat(acting.projectSchemas().unset(APP, true, Set.of()).made())
                    .isFalse();
            attach(acting, "{}");
            var change = acting.projectSchemas().unset(APP, false, Set.of());
            assertThat(change.made()).isTrue();
            assertThat(change.value().id()).isEqualTo(app.id());
            assertThat(acting.lastEvent(app.organizationId()))
                    .isEqualTo("schema.unset acme/app: schema " + Sha256.of("{}") + " -> null");
            refused(Kind.NOT_FOUND, () -> acting.projectSchemas().show(APP));
        });
    }

    @Test
    void isMeasuredInOneEnvironmentOrBoth() {
        inApp((acting, app) -> {
            refused(Kind.NOT_FOUND, () -> violations(acting, "acme/app"));
            refused(Kind.NOT_FOUND, () -> violations(acting, SANDBOX));
            acting.set(SANDBOX, "port=\"a\"");
            acting.set("acme/app:live", "port=1");
            attach(acting, PORT_IS_A_NUMBER);
            assertThat(violations(acting, "acme/app"))
                    .hasSize(1)
                    .allMatch(violation -> violation.startsWith("sandbox 'port' "));
            assertThat(violations(acting, SANDBOX)).hasSize(1);
            assertThat(violations(acting, "acme/app:live")).isEmpty();
        });
    }

    @Test
    void onlyManagersChangeIt() {
        inApp((acting, app) -> {
            attach(acting, "{}");
            acting.join("acme", "vera@example.com", Role.VIEWER);
            Acting vera = acting.as("vera@example.com");
            assertThat(vera.projectSchemas().show(APP)).isEqualTo("{}");
            assertThat(vera.projectSchemas().violations(EnvironmentReference.parse("acme/app")))
                    .isEmpty();
            refused(Kind.FORBIDDEN, () -> attach(vera, "{}"));
            refused(Kind.FORBIDDEN, () -> vera.projectSchemas().unset(APP, true, Set.of()));
        });
    }

    @Test
    void someKeysAreForOneEnvironment() {
        inApp((acting, app) -> {
            attach(
                    acting,
                    "{\"required\":[\"debug\",\"name\"],"
                            + "\"properties\":{\"debug\":{\"x-orgctl\":{\"only\":\"sandbox\"}}}}");
            assertThat(violations(acting, SANDBOX)).hasSize(2);
            // Nobody can ask it of live.
            assertThat(violations(acting, "acme/app:live"))
                    .hasSize(1)
                    .allMatch(violation -> violation.contains("'name'"));
            acting.set(SANDBOX, "debug=true", "name=1");
            assertThat(violations(acting, SANDBOX)).isEmpty();
            refused(Kind.RULE, () -> acting.set("acme/app:live", "debug=true"));
        });
    }

    @Test
    void someValuesDifferAndSomeMatch() {
        inApp((acting, app) -> {
            acting.set(SANDBOX, "url=1", "size=1", "free=1");
            acting.set("acme/app:live", "url=2", "size=1", "free=1");
            attach(
                    acting,
                    "{\"properties\":{\"url\":{\"x-orgctl\":{\"pair\":\"differ\"}},"
                            + "\"size\":{\"x-orgctl\":{\"pair\":\"match\"}}}}");
            assertThat(violations(acting, "acme/app")).isEmpty();
            refused(Kind.RULE, () -> acting.set(SANDBOX, "url=2"));
            refused(Kind.RULE, () -> acting.set(SANDBOX, "size=2"));
            acting.set(SANDBOX, "free=2", "url=3");
            attach(
                    acting,
                    "{\"properties\":{\"url\":{\"x-orgctl\":{\"pair\":\"match\"}},"
                            + "\"size\":{\"x-orgctl\":{\"pair\":\"differ\"}}}}");
            assertThat(violations(acting, "acme/app"))
                    .containsExactly(
                            "sandbox 'size' must differ between sandbox and live (pair)",
                            "sandbox 'url' must be the same in sandbox and live (pair)",
                            "live 'size' must differ between sandbox and live (pair)",
                            "live 'url' must be the same in sandbox and live (pair)");
        });
    }

    @Test
    void whatWasWrongBeforeMayStayUntilItIsTouched() {
        inApp((acting, app) -> {
            acting.set(SANDBOX, "port=\"a\"", "servers=[{\"port\":\"a\"}]");
            attach(
                    acting,
                    "{\"properties\":{\"port\":{\"type\":\"integer\"},\"servers\":{\"items\":"
                            + "{\"properties\":{\"port\":{\"type\":\"integer\"}}}}}}");
            acting.set(SANDBOX, "other=1");
            refused(Kind.RULE, () -> acting.set(SANDBOX, "port=\"b\""));
            refused(Kind.RULE, () -> acting.set(SANDBOX, "servers=[{\"port\":\"a\"},1]"));
            acting.set(SANDBOX, "port=1");
            acting.set(SANDBOX, "servers=[{\"port\":1}]");
            assertThat(violations(acting, SANDBOX)).isEmpty();
        });
    }

    @Test
    void aRefusalTellsTheFirstTwenty() {
        inApp((acting, app) -> {
            attach(acting, "{\"additionalProperties\":{\"type\":\"integer\"}}");
            String[] values = new String[21];
            for (int i = 0; i < values.length; i++) {
                values[i] = String.format("k%02d=\"a\"", i);
            }
            Failure one = failure(() -> acting.set(SANDBOX, "a=\"a\"", "b=\"b\""));
            assertThat(one.kind()).isEqualTo(Kind.RULE);
            assertThat(one.getMessage())
                    .startsWith("acme/app:sandbox would violate the project's schema: 'a' ")
                    .contains("; 'b' ")
                    .doesNotContain("more");
            Failure many = failure(() -> acting.set(SANDBOX, values));
            assertThat(many.getMessage())
                    .contains("'k19'")
                    .doesNotContain("'k20'")
                    .endsWith("; and 1 more");
        });
    }
}
