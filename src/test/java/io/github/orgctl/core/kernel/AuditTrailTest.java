package io.github.orgctl.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.access.TokenDetails;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.audit.AuditEvent;
import io.github.orgctl.core.model.audit.RecordedEvent;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditTrailTest {
    private static List<AuditEvent> events(Acting acting, Organization organization) {
        return acting.events(organization.id()).stream()
                .map(RecordedEvent::event)
                .toList();
    }

    @Test
    void eventsOfACommandHaveOneTimeAndOneCorrelation() {
        Acting.inNewStore(operator -> {
            // The organization, and its first owner.
            Organization acme = operator.as("ann@example.com").organization("Acme");
            List<AuditEvent> events = events(operator, acme);
            assertThat(events).hasSize(2);
            assertThat(events).extracting(AuditEvent::at).containsOnly(Acting.START);
            assertThat(events.get(0).correlation()).isEqualTo(events.get(1).correlation());
        });
    }

    @Test
    void anotherCommandsEventsAreLaterEvenIfTheClockIsSetBack() {
        Acting.inNewStore(operator -> {
            Organization acme = operator.organization("Acme");
            operator.project("acme", "Same time");
            operator.at("2026-11-01T00:00:00Z").project("acme", "Earlier");
            List<AuditEvent> events = events(operator, acme);
            assertThat(events)
                    .extracting(AuditEvent::at)
                    .containsExactly(Acting.START, Acting.START.plusMillis(1), Acting.START.plusMillis(2));
            assertThat(events).extracting(AuditEvent::correlation).doesNotHaveDuplicates();
        });
    }

    @Test
    void aTokenIsNamedWithItsEnding() {
        Acting.inNewStore(operator -> {
            Organization acme = operator.organization("Acme");
            TokenDetails token = operator.token("acme", "ci", Role.ADMIN, null, null);
            operator.with(token).project("acme", "Website");
            List<AuditEvent> events = events(operator, acme);
            assertThat(events.get(0).token()).isNull();
            assertThat(events.get(2).token())
                    .isEqualTo("ci …" + token.text().substring(token.text().length() - 6));
            assertThat(events.get(2).actor()).isEqualTo("os:ann@home");
        });
    }

    @Test
    void workHasRecordedOnceAnEventIsWritten() {
        Acting.inNewStore(operator -> {
            Organization acme = operator.organization("Acme");
            UnitOfWork work = operator.work();
            assertThat(work.hasRecorded()).isFalse();
            work.trail().record(Action.ORG_UPDATE, Target.of(acme), List.of());
            assertThat(work.hasRecorded()).isTrue();
        });
    }
}
