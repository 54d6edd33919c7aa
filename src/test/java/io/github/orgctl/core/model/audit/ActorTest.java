package io.github.orgctl.core.model.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.SecretMark;
import io.github.orgctl.core.model.value.Failure;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Value objects of the audit log. */
class ActorTest {
    @Test
    void actorsAreAddressesOrLocalOperators() {
        assertThat(Actor.parse("os:ann@home")).isEqualTo(new Actor("os:ann@home"));
        assertThat(Actor.parse("Ann@Example.com")).isEqualTo(new Actor("ann@example.com"));
        Failure failure = catchThrowableOfType(Failure.class, () -> Actor.parse("ann"));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
        assertThat(failure).hasMessage("'ann' is not an actor");
    }

    @Test
    void linesOfAnExportTellWhetherTheyAreEvents() {
        StoredEvent event = new StoredEvent(1, "{}".getBytes(StandardCharsets.UTF_8), "abc");
        String line = new String(event.line(), StandardCharsets.UTF_8);
        assertThat(line).isEqualTo("{\"event\":{},\"hash\":\"abc\"}");
        assertThat(StoredEvent.isLine(line)).isTrue();
        assertThat(StoredEvent.isLine("{\"head\":1}")).isFalse();
    }

    @Test
    void eventsOfNoOrganizationBreakAChain() {
        ChainVerdict verdict = ChainVerdict.stray("x");
        assertThat(verdict.ok()).isFalse();
        assertThat(verdict.organizationId()).isEqualTo("x");
        assertThat(verdict.events()).isZero();
    }

    @Test
    void aDigestTellsEveryValueAndEverySecret() {
        TreeMap<Key, SecretMark> secrets = new TreeMap<>();
        String empty = EnvironmentDigest.of(Configuration.EMPTY, secrets);
        secrets.put(new Key("a"), new SecretMark("env:A"));
        String one = EnvironmentDigest.of(Configuration.EMPTY, secrets);
        secrets.put(new Key("b"), new SecretMark("env:A"));
        String two = EnvironmentDigest.of(Configuration.EMPTY, secrets);
        secrets.put(new Key("b"), new SecretMark("env:B"));
        String other = EnvironmentDigest.of(Configuration.EMPTY, secrets);
        assertThat(new String[] {empty, one, two, other}).doesNotHaveDuplicates();
    }
}
