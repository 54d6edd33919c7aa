package io.github.orgctl.core.kernel;

import static io.github.orgctl.core.kernel.Acting.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.access.TokenDetails;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure.Kind;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static Acting unnamed(Acting acting) {
        Credentials credentials = new Credentials(null, null, () -> "os:ann@home", true);
        return new Acting(acting.tx(), acting.memory(), acting.now(), credentials, acting.context());
    }

    @Test
    void whereNamesAreRequiredNobodyUnnamedChangesAnything() {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            refused(Kind.FORBIDDEN, () -> unnamed(operator).organization("Other"));
            refused(Kind.FORBIDDEN, () -> unnamed(operator).project("acme", "Website"));
            assertThat(unnamed(operator)
                            .organizations()
                            .show(OrganizationReference.parse("acme"))
                            .name())
                    .hasToString("Acme");
        });
    }

    @Test
    void aTokenActsForThePersonWhoMadeIt() {
        Acting.inNewStore(operator -> {
            Acting ann = operator.as("ann@example.com");
            ann.organization("Acme");
            TokenDetails hers = ann.token("acme", "hers", Role.VIEWER, null, null);
            assertThat(operator.with(hers).work().access().person()).isEqualTo(new Email("ann@example.com"));
            TokenDetails nobodys = operator.token("acme", "nobodys", Role.VIEWER, null, null);
            assertThat(operator.with(nobodys).work().access().person()).isNull();
        });
    }

    @Test
    void workKnowsWhatItStandsIn() {
        Acting.inNewStore(operator -> {
            assertThat(operator.in("acme").work().context())
                    .isEqualTo(operator.in("acme").context());
        });
    }
}
