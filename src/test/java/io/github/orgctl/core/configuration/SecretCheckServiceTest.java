package io.github.orgctl.core.configuration;

import static io.github.orgctl.core.configuration.Sealing.LIVE;
import static io.github.orgctl.core.configuration.Sealing.SANDBOX;
import static io.github.orgctl.core.configuration.Sealing.SHOP;
import static io.github.orgctl.core.kernel.Acting.edit;
import static io.github.orgctl.core.kernel.Acting.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.kernel.Deletion;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.RotationPeriod;
import io.github.orgctl.core.model.configuration.SecretProblem;
import io.github.orgctl.core.model.configuration.SecretReference;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Failure.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretCheckServiceTest {
    private static final String LONG = "a-long-value";

    @TempDir
    Path folder;

    private void inApp(Consumer<Sealing> test) {
        Sealing.inApp(folder, test);
    }

    private static List<String> problems(Sealing app) {
        return texts(app.checks().problems(null, true));
    }

    private static List<String> texts(List<SecretProblem> problems) {
        return problems.stream()
                .map(each -> each.environment() + " " + each.key() + " " + each.kind() + " " + each.detail())
                .toList();
    }

    @Test
    void valuesOfTheirOwnAreNoProblem() {
        inApp(app -> {
            app.secret(SANDBOX, "a", "one");
            app.secret(LIVE, "a", "two");
            app.secret(SHOP, "a", "three");
            // Twice in one environment is for whoever keeps it there.
            app.secret(SANDBOX, "b", "one");
            assertThat(problems(app)).isEmpty();
        });
    }

    @Test
    void liveHasOtherValuesThanTheSandbox() {
        inApp(app -> {
            app.secret(SANDBOX, "a", "one");
            app.secret(LIVE, "b", "one");
            assertThat(problems(app)).containsExactly("acme/app:sandbox a same-in-live acme/app:live b");
        });
    }

    @Test
    void noProjectHasAnothersValue() {
        inApp(app -> {
            app.secret(SANDBOX, "a", "one");
            app.secret(SHOP, "b", "one");
            assertThat(problems(app))
                    .containsExactly(
                            "acme/app:sandbox a reused other/shop:sandbox b",
                            "other/shop:sandbox b reused acme/app:sandbox a");
        });
    }

    @Test
    void emptyValuesTemplatesAndReferencesAreNotCompared() {
        inApp(app -> {
            app.secret(SANDBOX, "a", "");
            app.secret(LIVE, "a", "");
            app.secretTemplate(SANDBOX, "b", "x");
            app.secretTemplate(LIVE, "b", "x");
            app.secrets().set(edit(SANDBOX), new Key("c"), SecretReference.parse("env:OUTSIDE"));
            app.secrets().set(edit(LIVE), new Key("c"), SecretReference.parse("env:OUTSIDE"));
            app.acting().set(SANDBOX, "d=\"\"", "e=\"x\"");
            assertThat(problems(app)).isEmpty();
        });
    }

    /** A short value stands in many texts by chance. */
    @Test
    void valuesAreNotReadableInTheConfiguration() {
        inApp(app -> {
            app.secret(LIVE, "long", LONG);
            app.secret(LIVE, "eight", "12345678");
            app.secret(LIVE, "short", "1234567");
            app.acting().set(SANDBOX, "url=\"https://u:" + LONG + "@host\"", "whole=\"1234567\"");
            app.acting().set(LIVE, "part=\"x1234567x\"", "eight-in=\"x12345678x\"", "nested=[\"" + LONG + "\"]");
            app.acting().set(SHOP, "url=\"" + LONG + "\"");
            assertThat(problems(app))
                    .containsExactly(
                            "acme/app:live eight in-configuration acme/app:live eight-in",
                            "acme/app:live long in-configuration acme/app:live nested",
                            "acme/app:live long in-configuration acme/app:sandbox url",
                            "acme/app:live short in-configuration acme/app:sandbox whole");
        });
    }

    @Test
    void valuesAreNotOlderThanAskedFor() {
        inApp(app -> {
            app.secret(SANDBOX, "old", "one");
            Sealing later = app.at(Acting.START.plus(Duration.ofHours(1)));
            later.secret(SANDBOX, "new", "two");
            RotationPeriod tenHours = new RotationPeriod("10h");
            Sealing early = app.at(Acting.START.plus(Duration.ofHours(10)).minusMillis(1));
            assertThat(early.checks().problems(tenHours, true)).isEmpty();
            Sealing exactly = app.at(Acting.START.plus(Duration.ofHours(10)));
            assertThat(texts(exactly.checks().problems(tenHours, true)))
                    .containsExactly("acme/app:sandbox old old since 2026-11-10T12:00:00.123Z");
        });
    }

    @Test
    void onlySecretsThatMayBeRevealedAreCompared() {
        inApp(app -> {
            app.secret(SANDBOX, "a", "one");
            app.secret(SHOP, "b", "one");
            app.secret(SHOP, "c", LONG);
            app.acting().set(SHOP, "d=\"" + LONG + "\"");
            app.acting().join("acme", "dan@example.com", Role.DEVELOPER);
            app.acting().join("other", "dan@example.com", Role.VIEWER);
            assertThat(problems(app.as("dan@example.com"))).isEmpty();
            assertThat(problems(app)).hasSize(3);
        });
    }

    @Test
    void theCurrentOrganizationIsComparedOnItsOwn() {
        inApp(app -> {
            app.secret(SANDBOX, "a", "one");
            app.secret(SHOP, "b", "one");
            Sealing acme = new Sealing(app.acting().in("acme"), app.keyset());
            assertThat(acme.checks().problems(null, false)).isEmpty();
            app.acting().join("acme", "vera@example.com", Role.VIEWER);
            Sealing vera = new Sealing(app.acting().as("vera@example.com").in("acme"), app.keyset());
            refused(Kind.FORBIDDEN, () -> vera.checks().problems(null, false));
        });
    }

    @Test
    void whatIsInTheTrashIsNotCompared() {
        inApp(app -> {
            app.secret(SANDBOX, "a", "one");
            app.secret(SHOP, "b", "one");
            app.acting().projects().delete(ProjectReference.parse("other/shop"), new Deletion("shop", false, false));
            assertThat(problems(app)).isEmpty();
        });
    }
}
