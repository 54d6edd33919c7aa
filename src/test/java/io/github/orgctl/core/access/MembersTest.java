package io.github.orgctl.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.model.access.Credential;
import io.github.orgctl.core.model.access.MemberPeriod;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Id;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When members occupy a seat that is charged. Acme has the owner Olga. */
class MembersTest {
    private static final Email ANN = new Email("ann@example.com");

    private static List<String> seats(Acting acting) {
        Id acme =
                acting.organizations().show(OrganizationReference.parse("acme")).id();
        return acting.tx().members().periods(acme, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")).stream()
                .map(MembersTest::text)
                .sorted()
                .toList();
    }

    private static String text(MemberPeriod period) {
        return period.mailbox() + " " + day(period.beganAt()) + "-" + day(period.endedAt());
    }

    private static String day(Instant at) {
        return at == null ? "" : at.toString().substring(8, 10);
    }

    @Test
    void whoeverCreatesAnOrganizationTakesASeatAtOnce() {
        Acting.inNewStore(operator -> {
            operator.at("2026-11-01T00:00:00Z").as("olga@example.com").organization("Acme");
            assertThat(seats(operator)).containsExactly("olga@example.com 01-");
        });
    }

    @Test
    void anInvitedMemberTakesNoSeatUntilTheyAccept() {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            Credential invitation = operator.invite("acme", ANN.value(), Role.VIEWER);
            assertThat(seats(operator)).isEmpty();
            operator.at("2026-11-12T00:00:00Z").as(ANN.value()).invitations().accept(invitation);
            assertThat(seats(operator)).containsExactly("ann@example.com 12-");
        });
    }

    @Test
    void anInvitationThatIsWithdrawnLeavesNoSeat() {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            Credential invitation = operator.invite("acme", ANN.value(), Role.VIEWER);
            operator.as(ANN.value()).invitations().decline(invitation);
            assertThat(seats(operator)).isEmpty();
        });
    }

    @Test
    void aSuspendedMemberGivesTheSeatBackAndGetsAnotherLater() {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            operator.at("2026-11-11T00:00:00Z").join("acme", ANN.value(), Role.VIEWER);
            operator.at("2026-11-12T00:00:00Z").in("acme").members().suspend(ANN);
            assertThat(seats(operator)).containsExactly("ann@example.com 11-12");
            operator.at("2026-11-13T00:00:00Z").in("acme").members().changeRole(ANN, Role.DEVELOPER);
            assertThat(seats(operator)).containsExactly("ann@example.com 11-12");
            operator.at("2026-11-14T00:00:00Z").in("acme").members().activate(ANN);
            operator.at("2026-11-15T00:00:00Z").in("acme").members().changeRole(ANN, Role.ADMIN);
            assertThat(seats(operator)).containsExactly("ann@example.com 11-12", "ann@example.com 14-");
        });
    }

    @Test
    void whoeverGoesGivesTheSeatBack() {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            operator.at("2026-11-11T00:00:00Z").join("acme", ANN.value(), Role.VIEWER);
            operator.at("2026-11-12T00:00:00Z").in("acme").members().remove(ANN, false);
            assertThat(seats(operator)).containsExactly("ann@example.com 11-12");
            operator.at("2026-11-13T00:00:00Z").join("acme", ANN.value(), Role.VIEWER);
            assertThat(seats(operator)).containsExactly("ann@example.com 11-12", "ann@example.com 13-");
        });
    }
}
