package io.github.orgctl.core.billing;

import static io.github.orgctl.core.kernel.Acting.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.billing.Issuer;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.core.model.value.Line;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IssuerServiceTest {
    private static IssuerService issuer(Acting acting) {
        return new IssuerService(acting.work());
    }

    @SuppressWarnings("NullOptional") // Null leaves a field as it is.
    private static IssuerChanges name(String name) {
        return new IssuerChanges(new Line(name), null, null, null);
    }

    @Test
    void isEmptyUntilItIsSet() {
        Acting.inNewStore(operator -> assertThat(issuer(operator).show()).isEqualTo(Issuer.NONE));
    }

    @Test
    void changesWhatIsGivenAndKeepsTheRest() {
        Acting.inNewStore(operator -> {
            IssuerChanges all = new IssuerChanges(
                    new Line("Acme"),
                    new Description("1 Street"),
                    new Line("DE1"),
                    Optional.of(new Email("billing@example.com")));
            Change<Issuer> set = issuer(operator).set(all);
            assertThat(set.made()).isTrue();
            assertThat(issuer(operator).show()).isEqualTo(set.value());
            assertThat(operator.lastEvent(Target.STORE))
                    .isEqualTo(
                            "billing.issuer.set issuer: name null -> Acme, address null -> 1 Street, taxId null -> DE1, "
                                    + "email null -> billing@example.com");
            issuer(operator).set(name("Acme Inc"));
            assertThat(issuer(operator).show())
                    .isEqualTo(new Issuer(
                            new Line("Acme Inc"),
                            new Description("1 Street"),
                            new Line("DE1"),
                            new Email("billing@example.com")));
            issuer(operator).set(new IssuerChanges(null, null, null, Optional.empty()));
            assertThat(issuer(operator).show().email()).isNull();
        });
    }

    @Test
    void theSameAgainChangesNothing() {
        Acting.inNewStore(operator -> {
            issuer(operator).set(name("Acme"));
            Change<Issuer> again = issuer(operator).set(name("Acme"));
            assertThat(again.made()).isFalse();
            assertThat(again.value().name()).isEqualTo(new Line("Acme"));
            assertThat(operator.events(Target.STORE)).hasSize(1);
        });
    }

    @Test
    void onlyTheLocalOperatorSetsIt() {
        Acting.inNewStore(operator -> {
            Acting ann = operator.as("ann@example.com");
            assertThat(issuer(ann).show()).isEqualTo(Issuer.NONE);
            refused(Kind.FORBIDDEN, () -> issuer(ann).set(name("Ann")));
        });
    }

    @Test
    void onlySomebodyWhoMayActAtAllSeesIt() {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            Acting token = operator.with(operator.token("acme", "ci", Role.VIEWER, null, null));
            assertThat(issuer(token).show()).isEqualTo(Issuer.NONE);
            Acting later = token.at("2027-11-10T12:00:00Z");
            refused(Kind.FORBIDDEN, () -> issuer(later).show());
        });
    }
}
