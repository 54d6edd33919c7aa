package io.github.orgctl.core.promotion;

import static io.github.orgctl.core.kernel.Acting.refused;
import static io.github.orgctl.core.kernel.Acting.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.configuration.Approval;
import io.github.orgctl.core.configuration.EnvironmentWriter;
import io.github.orgctl.core.configuration.ProjectSchemas;
import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.SecretChange;
import io.github.orgctl.core.model.configuration.SecretKind;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.core.model.value.Page;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Acme's Website has values in the sandbox that are not in live yet. */
class PromotionServiceTest {
    private static final EnvironmentReference WEBSITE = EnvironmentReference.parse("acme/website");

    private static void inAcme(Consumer<Acting> test) {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            operator.project("acme", "Website");
            operator.set("acme/website:sandbox", "a=1", "b=\"https://b.example.com\"");
            test.accept(operator);
        });
    }

    private static PromotionRequest everything() {
        return new PromotionRequest(Acting.edit("acme/website:live"), List.of(), List.of(), List.of());
    }

    private static void addSecret(Acting acting, String environment, String key) {
        Secret secret = new Secret(
                new Key(key), 1, SecretKind.ENV, "TOKEN", null, false, acting.now(), acting.now(), acting.now());
        ProjectSchemas schemas = new ProjectSchemas(acting.work(), acting.memory(), true);
        new EnvironmentWriter(acting.work(), schemas, false)
                .open(Acting.edit(environment), Action.SECRET_SET)
                .write(List.of(new SecretChange(secret.key(), null, secret)));
    }

    private static List<String> differences(Acting acting) {
        return acting.promotions().differences(WEBSITE).stream()
                .map(each -> each.key() + (each.secret() ? " secret " : " ") + each.change() + " " + each.sandbox()
                        + " " + each.live())
                .toList();
    }

    @Test
    void aPromotionTellsWhetherItChangedLive() {
        inAcme(operator -> {
            Promotion first = operator.promotions().promote(everything(), Approval.beforehand());
            assertThat(first.changedLive()).isTrue();
            assertThat(first.changedNothing()).isFalse();
            assertThat(first.summary()).isEqualTo("revision 2 of acme/website:live");
            Promotion again = operator.promotions().promote(everything(), Approval.beforehand());
            assertThat(again.changedLive()).isFalse();
            assertThat(again.changedNothing()).isFalse();
            assertThat(again.summary()).isEqualTo("revision 2 of acme/website:live");
        });
    }

    @Test
    void aPromotionThatLeavesAllDifferencesAloneChangedNothing() {
        inAcme(operator -> {
            operator.promotions().promote(everything(), Approval.beforehand());
            operator.set("acme/website:live", "a=2");
            Promotion promotion = operator.promotions().promote(everything(), Approval.beforehand());
            assertThat(promotion.changedLive()).isFalse();
            assertThat(promotion.changedNothing()).isTrue();
        });
    }

    @Test
    void aRefusedPromotionIsToldByTheRevisionThatStays() {
        inAcme(operator -> {
            Promotion refused = operator.promotions().promote(everything(), Approval.of(null));
            assertThat(refused.refusal().kind()).isEqualTo(Kind.REFUSED);
            assertThat(refused.changedLive()).isFalse();
            assertThat(refused.changedNothing()).isFalse();
            assertThat(refused.summary()).isEqualTo("revision 1 of acme/website:live");
        });
    }

    @Test
    void gatesAreThoseOfTheKeysThatChangeLive() {
        inAcme(operator -> {
            assertThat(operator.promotions().plan(everything()).keys())
                    .extracting(each -> each.key() + " " + each.gates())
                    .containsExactly("a []", "b [" + Gate.NEW_DOMAIN + "]");
            operator.promotions().promote(everything(), Approval.beforehand());
            // Kept in live, it passes no gate.
            operator.set("acme/website:live", "b=\"https://other.example.com\"");
            assertThat(operator.promotions().plan(everything()).keys())
                    .extracting(each -> each.key() + " " + each.gates())
                    .containsExactly("a []", "b []");
        });
    }

    @Test
    void secretsThatLiveLacksAreNamed() {
        inAcme(operator -> {
            addSecret(operator, "acme/website:sandbox", "both");
            addSecret(operator, "acme/website:sandbox", "missing");
            addSecret(operator, "acme/website:live", "both");
            addSecret(operator, "acme/website:live", "own");
            assertThat(operator.promotions().plan(everything()).missingSecrets())
                    .containsExactly(new Key("missing"));
        });
    }

    @Test
    void keysThatTheSchemaExcludesAreNamed() {
        inAcme(operator -> {
            String schema = "{\"properties\":{\"a\":{\"x-orgctl\":{\"promote\":\"never\"}}}}";
            operator.projectSchemas().set(ProjectReference.parse("acme/website"), schema, false, Set.of());
            assertThat(operator.promotions().plan(everything()).excluded()).containsExactly(new Key("a"));
            assertThat(differences(operator))
                    .containsExactly("a unchanged 1 null", "b add \"https://b.example.com\" null");
        });
    }

    @Test
    void differencesTellWhatAPromotionWouldDo() {
        inAcme(operator -> {
            operator.set("acme/website:live", "c=1");
            addSecret(operator, "acme/website:sandbox", "aa");
            List<String> differences = differences(operator);
            assertThat(differences).hasSize(4);
            assertThat(differences.get(0)).isEqualTo("a add 1 null");
            assertThat(differences.get(1)).startsWith("aa secret unchanged ").endsWith(" null");
            assertThat(differences.get(2)).startsWith("b add");
            assertThat(differences.get(3)).isEqualTo("c unchanged null 1");
            operator.set("acme/website:live", "a=1");
            assertThat(differences(operator)).hasSize(3);
        });
    }

    @Test
    void whoPromotesHasToBeAllowedToReadTheSandbox() {
        inAcme(operator -> {
            Acting token = operator.with(operator.token("acme", "ci", Role.DEVELOPER, "website", Mode.LIVE));
            refused(Kind.FORBIDDEN, () -> token.promotions().plan(everything()));
        });
    }

    @Test
    void driftIsCountedByProject() {
        inAcme(operator -> {
            operator.project("acme", "App");
            Acting acme = operator.in("acme");
            Drifts drifts = acme.environments().drifts();
            assertThat(drifts.isNone()).isTrue();
            assertThat(rows(drifts))
                    .extracting(each ->
                            each.project().slug() + " " + each.added() + " " + each.removed() + " " + each.changed())
                    .containsExactly("app 0 0 0", "website 0 2 0");
            assertThat(drifts.isNone()).isFalse();
            operator.promotions().promote(everything(), Approval.beforehand());
            operator.set("acme/website:live", "a=2", "c=1");
            assertThat(rows(acme.environments().drifts()))
                    .extracting(each -> each.added() + " " + each.removed() + " " + each.changed())
                    .containsExactly("0 0 0", "1 0 1");
        });
    }

    @Test
    void driftTellsWhetherProjectsWereOmitted() {
        inAcme(operator -> {
            operator.project("acme", "App");
            assertThat(drifts(operator, 1L).forEach(drift -> {})).isTrue();
            assertThat(drifts(operator, 2L).forEach(drift -> {})).isFalse();
        });
    }

    private static Drifts drifts(Acting acting, Long limit) {
        return new Drifts(
                acting.tx(), acting.tx().projects().list(AccessScope.EVERYTHING, new Page<>(limit, null, null), false));
    }
}
