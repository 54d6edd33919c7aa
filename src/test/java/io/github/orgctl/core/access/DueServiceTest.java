package io.github.orgctl.core.access;

import static io.github.orgctl.core.configuration.Sealing.LIVE;
import static io.github.orgctl.core.configuration.Sealing.SANDBOX;
import static io.github.orgctl.core.configuration.Sealing.SHOP;
import static io.github.orgctl.core.kernel.Acting.edit;
import static io.github.orgctl.core.kernel.Acting.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.configuration.Sealing;
import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.configuration.DueItem;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.RotationPeriod;
import io.github.orgctl.core.model.configuration.SecretExpiry;
import io.github.orgctl.core.model.configuration.SecretPolicyEdit;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Failure.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has to be renewed, and what somebody may do. It is noon, and a tenth of a second, on 10 November 2026. */
class DueServiceTest {
    @TempDir
    Path folder;

    private void inApp(Consumer<Sealing> test) {
        Sealing.inApp(folder, test);
    }

    private static void secret(Sealing app, String environment, String key, String expires, String rotate) {
        app.secret(environment, key, "s");
        SecretExpiry expiry = expires == null ? null : SecretExpiry.parse(expires);
        Description note = new Description("ask Ann");
        app.secrets().set(edit(environment), new Key(key), null, new SecretPolicyEdit(null, expiry, rotate, note));
    }

    private static List<String> due(Acting acting, String period, boolean credentials) {
        return texts(new DueService(acting.work()).within(new RotationPeriod(period), true, credentials));
    }

    private static List<String> texts(List<DueItem> items) {
        return items.stream()
                .map(item -> item.kind() + " " + item.place() + " " + item.name() + " " + item.reason()
                        + (item.overdue() ? " overdue " : " ")
                        + item.at().toString().substring(5, 10))
                .toList();
    }

    @Test
    void secretsAreDueByTheirExpiryOrRotationTheMostUrgentFirst() {
        inApp(app -> {
            secret(app, SANDBOX, "a", "9d", null);
            secret(app, LIVE, "b", null, "2d");
            secret(app, SHOP, "c", "5d", "3d");
            secret(app, SHOP, "d", "20d", null);
            secret(app, SHOP, "e", null, null);
            assertThat(due(app.acting(), "10d", false))
                    .containsExactly(
                            "secret acme/app:live b rotation 11-12",
                            "secret other/shop:sandbox c rotation 11-13",
                            "secret acme/app:sandbox a expires 11-19");
            DueItem first = new DueService(app.acting().work())
                    .within(new RotationPeriod("10d"), true, false)
                    .get(0);
            assertThat(first.note()).hasToString("ask Ann");
        });
    }

    @Test
    void thePeriodEndsWithTheMomentThatIsDue() {
        inApp(app -> {
            secret(app, SANDBOX, "a", "2d", null);
            assertThat(due(app.acting(), "2d", false)).hasSize(1);
            assertThat(due(app.acting(), "47h", false)).isEmpty();
            Acting then = app.at(Acting.START.plus(Duration.ofDays(2))).acting();
            assertThat(due(then, "1h", false)).containsExactly("secret acme/app:sandbox a expires overdue 11-12");
            Acting before =
                    app.at(Acting.START.plus(Duration.ofDays(2)).minusMillis(1)).acting();
            assertThat(due(before, "1h", false)).containsExactly("secret acme/app:sandbox a expires 11-12");
        });
    }

    @Test
    void aSecretThatWasRemovedIsNotDue() {
        inApp(app -> {
            secret(app, SANDBOX, "a", "2d", null);
            app.secrets().unset(edit(SANDBOX), List.of(new Key("a")), false);
            assertThat(due(app.acting(), "9d", false)).isEmpty();
        });
    }

    @Test
    void tokensAndInvitationsAreDueOnRequestWhileTheyAreGood() {
        inApp(app -> {
            Acting operator = app.acting();
            operator.token("acme", "ci", Role.VIEWER, null, null);
            operator.invite("acme", "new@example.com", Role.VIEWER);
            List<String> both = List.of("invitation acme new@example.com expires 11-17", "token acme ci expires 12-10");
            assertThat(due(operator, "30d", true)).isEqualTo(both);
            assertThat(due(operator, "30d", false)).isEmpty();
            assertThat(due(operator, "7d", true)).isEqualTo(both.subList(0, 1));
            assertThat(due(operator, "6d", true)).isEmpty();
            assertThat(texts(new DueService(operator.work()).everywhere(new RotationPeriod("30d"))))
                    .isEqualTo(both);
            Acting later = app.at(Acting.START.plus(Duration.ofDays(40))).acting();
            assertThat(due(later, "30d", true)).isEmpty();
        });
    }

    @Test
    void credentialsAreForThoseWhoMayListThem() {
        inApp(app -> {
            secret(app, SANDBOX, "a", "2d", null);
            secret(app, SHOP, "b", "2d", null);
            app.acting().token("acme", "ci", Role.VIEWER, null, null);
            app.acting().invite("acme", "new@example.com", Role.VIEWER);
            app.acting().join("acme", "vera@example.com", Role.VIEWER);
            assertThat(due(app.acting().as("vera@example.com"), "30d", true))
                    .containsExactly("secret acme/app:sandbox a expires 11-12");
            assertThat(texts(new DueService(app.acting().in("other").work())
                            .within(new RotationPeriod("30d"), false, true)))
                    .containsExactly("secret other/shop:sandbox b expires 11-12");
        });
    }

    @Test
    void whatIsPermittedIsWhatTheRoleAndThePlaceAllow() {
        inApp(app -> {
            app.acting().join("acme", "dan@example.com", Role.DEVELOPER);
            AccessService dan = app.acting().as("dan@example.com").access();
            Set<Action> store = dan.permitted((OrganizationReference) null);
            assertThat(store).contains(Action.ORG_CREATE).doesNotContain(Action.STORE_CHECK);
            Set<Action> acme = dan.permitted(OrganizationReference.parse("acme"));
            assertThat(acme).contains(Action.ORG_SHOW).doesNotContain(Action.ORG_UPDATE, Action.STORE_CHECK);
            refused(Kind.NOT_FOUND, () -> dan.permitted(OrganizationReference.parse("other")));
            ProjectReference project = ProjectReference.parse("acme/app");
            Set<Action> sandbox = dan.permitted(project, Mode.SANDBOX);
            assertThat(sandbox)
                    .contains(Action.CONFIG_SET, Action.ENV_PROMOTE, Action.PROJECT_SHOW, Action.ORG_SHOW)
                    .doesNotContain(Action.PROJECT_UPDATE, Action.ENV_LOCK, Action.STORE_CHECK);
            assertThat(dan.permitted(project, Mode.LIVE)).isEqualTo(sandbox);
            AccessService operator = app.acting().access();
            assertThat(operator.permitted(project, Mode.LIVE)).containsExactlyInAnyOrder(Action.values());
            assertThat(operator.permitted(OrganizationReference.parse("acme")))
                    .containsExactlyInAnyOrder(Action.values());
            Acting token = app.acting().with(app.acting().token("acme", "ci", Role.DEVELOPER, null, Mode.SANDBOX));
            assertThat(token.access().permitted(project, Mode.SANDBOX))
                    .contains(Action.CONFIG_SET)
                    .doesNotContain(Action.ENV_PROMOTE);
        });
    }
}
