package io.github.orgctl.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.model.audit.AuditHead;
import io.github.orgctl.core.model.audit.ChainVerdict;
import io.github.orgctl.core.model.audit.KeptHeads;
import io.github.orgctl.core.model.audit.RecordedEvent;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Sha256;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Acme's chain starts with two valid events. */
class ChainCheckTest {
    private static void inAcme(BiConsumer<Acting, Organization> test) {
        Acting.inNewStore(operator -> {
            Organization acme = operator.organization("Acme");
            operator.project("acme", "App");
            test.accept(operator, acme);
        });
    }

    private static ChainVerdict verdict(Acting acting) {
        return acting.in("acme")
                .audit()
                .verify(false, new KeptHeads())
                .verdicts()
                .get(0);
    }

    private static String text(Acting acting, Organization acme, int sequence) {
        List<RecordedEvent> events = acting.events(acme.id());
        return events.get(sequence - 1).event().text();
    }

    private static void append(Acting acting, Organization acme, long sequence, String text) {
        acting.tx().audit().append(new AuditHead(acme.id(), sequence, Sha256.of(text)), text);
    }

    /** An event with a wrong sequence number that otherwise follows the previous one. */
    private static String next(Acting acting, Organization acme) {
        AuditHead last = acting.tx().audit().head(acme.id()).orElseThrow();
        String before = acting.tx()
                .audit()
                .find(acme.id(), last.sequence() - 1)
                .orElseThrow()
                .hash();
        return text(acting, acme, (int) last.sequence())
                .replace("\"sequence\":" + last.sequence(), "\"sequence\":" + (last.sequence() + 1))
                .replace(before, last.hash());
    }

    private static void isBroken(Acting acting, long sequence, String problem) {
        ChainVerdict verdict = verdict(acting);
        assertThat(verdict.brokenAt()).isEqualTo(sequence);
        assertThat(verdict.problem()).contains(problem);
        assertThat(verdict.events()).isEqualTo(sequence - 1);
    }

    @Test
    void takesAnEventThatFits() {
        inAcme((acting, acme) -> {
            append(acting, acme, 3, next(acting, acme));
            ChainVerdict verdict = verdict(acting);
            assertThat(verdict.problem()).isNull();
            assertThat(verdict.events()).isEqualTo(3);
        });
    }

    @Test
    void comparesTextsWithTheirHashes() {
        inAcme((acting, acme) -> {
            acting.tx().audit().append(new AuditHead(acme.id(), 3, "f".repeat(64)), next(acting, acme));
            isBroken(acting, 3, "does not match its stored hash");
        });
    }

    @Test
    void textsAreInOneForm() {
        inAcme((acting, acme) -> {
            append(acting, acme, 3, next(acting, acme).replaceFirst(":", ": "));
            isBroken(acting, 3, "not in canonical form");
        });
    }

    @Test
    void textsNameTheirPlace() {
        inAcme((acting, acme) -> {
            append(acting, acme, 3, text(acting, acme, 2));
            isBroken(acting, 3, "names the sequence number 2");
        });
    }

    @Test
    void eventsFollowTheOneBefore() {
        inAcme((acting, acme) -> {
            append(acting, acme, 3, text(acting, acme, 2).replace("\"sequence\":2", "\"sequence\":3"));
            isBroken(acting, 3, "does not follow");
        });
    }

    @Test
    void noEventIsLeftOut() {
        inAcme((acting, acme) -> {
            append(acting, acme, 4, next(acting, acme));
            isBroken(acting, 3, "it is missing: the next event is 4");
        });
    }

    @Test
    void textsAreEvents() {
        inAcme((acting, acme) -> {
            append(acting, acme, 3, next(acting, acme).replace("2026-11-10", "2026-13-10"));
            isBroken(acting, 3, "its text is not an event");
        });
    }

    @Test
    void longChainsAreCheckedPieceByPiece() {
        inAcme((acting, acme) -> {
            String large = "\"" + "x".repeat(60_000) + "\"";
            for (int i = 0; i < 3; i++) {
                acting.set(
                        "acme/app:sandbox",
                        "a" + i + "=" + large,
                        "b" + i + "=" + large,
                        "c" + i + "=" + large,
                        "d" + i + "=" + large,
                        "e" + i + "=" + large);
                acting.project("acme", "Project " + i);
            }
            ChainVerdict sound = verdict(acting);
            assertThat(sound.problem()).isNull();
            assertThat(sound.events()).isEqualTo(8);
            assertThat(sound.head())
                    .isEqualTo(acting.tx().audit().head(acme.id()).orElseThrow().hash());
            append(acting, acme, 9, text(acting, acme, 3));
            acting.set("acme/app:sandbox", "z=1");
            append(acting, acme, 11, text(acting, acme, 3));
            isBroken(acting, 9, "names the sequence number 3");
        });
    }

    @Test
    void anOrganizationHasAtLeastTheEventOfItsCreation() {
        ChainVerdict verdict =
                new ChainCheck(new Id("11111111-2222-3333-4444-555555555555"), new TreeMap<>()).of(action -> false);
        assertThat(verdict.brokenAt()).isEqualTo(1);
        assertThat(verdict.problem()).isEqualTo("it is missing: the organization has no events");
        assertThat(verdict.head()).isNull();
    }
}
