package io.github.orgctl.core.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.configuration.KeyEdit;
import io.github.orgctl.core.model.configuration.KeyPolicy;
import io.github.orgctl.core.model.configuration.SecretMark;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.promotion.Gate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schema marks {@code pay} as critical, and guards {@code strict} and {@code limits.hosts} against downgrades. */
class GateRulesTest {
    private static final KeyPolicies POLICIES = new KeyPolicies(
            List.of(policy("pay", true, false), policy("strict", false, true), policy("limits.hosts", false, true)));

    private static KeyPolicy policy(String key, boolean critical, boolean downgrade) {
        return new KeyPolicy(new Key(key), null, null, false, critical, downgrade);
    }

    private static Set<Gate> gates(String key, String before, String after) {
        Configuration live = Configuration.EMPTY.with(
                List.of(new KeyEdit(new Key("known"), new Value("\"https://a.example.com/x\""))));
        KeyChange change = new KeyChange(
                new Key(key), before == null ? null : new Value(before), after == null ? null : new Value(after));
        return new GateRules(POLICIES, live).of(change);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "true|false",
                "true|0",
                "true|",
                "[1,2]|[1,3]",
                "[1]|[1,2]",
                "[1]|\"1\"",
                "[1]|",
                "{\"a\":true}|{\"a\":false}",
                "{\"a\":1,\"b\":{\"c\":[1]}}|{\"a\":1,\"b\":{\"c\":[2]}}",
                "{\"a\":true}|{}",
                "{\"a\":true}|1",
                "{\"a\":true}|",
            })
    void whatWasStrictAndBecomesLaxerPassesAGate(String before, String after) {
        assertThat(gates("strict", before, after)).contains(Gate.DOWNGRADE);
        assertThat(gates("strict.below", before, after)).contains(Gate.DOWNGRADE);
        assertThat(gates("other", before, after)).doesNotContain(Gate.DOWNGRADE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "|true",
                "false|true",
                "1|2",
                "true|true",
                "[1,2]|[2]",
                "[1,2]|[2,1]",
                "[1,2]|[]",
                "{\"a\":true}|{\"a\":true,\"b\":false}",
                "{\"a\":false}|{}",
            })
    void whatBecomesStricterOrStaysDoesNot(String before, String after) {
        assertThat(gates("strict", before, after)).doesNotContain(Gate.DOWNGRADE);
    }

    @Test
    void aGuardedPlaceWithinAnObjectIsLookedAt() {
        assertThat(gates("limits", "{\"hosts\":[1],\"size\":true}", "{\"hosts\":[1,2],\"size\":true}"))
                .containsExactly(Gate.DOWNGRADE);
        assertThat(gates("limits", "{\"hosts\":[1],\"size\":true}", "{\"hosts\":[1],\"size\":false}"))
                .isEmpty();
    }

    @Test
    void criticalKeysDeletionsAndNewHostsPassGates() {
        assertThat(gates("pay", "1", "2")).containsExactly(Gate.CRITICAL);
        assertThat(gates("pay.key", "1", "2")).containsExactly(Gate.CRITICAL);
        assertThat(gates("a", "1", null)).containsExactly(Gate.DELETE);
        assertThat(gates("a", null, "\"https://b.example.com\"")).containsExactly(Gate.NEW_DOMAIN);
        assertThat(gates("a", null, "\"https://a.example.com\"")).isEmpty();
    }

    @Test
    void ofASecretOnlyTheKeyIsLookedAt() {
        GateRules rules = new GateRules(POLICIES, Configuration.EMPTY);
        SecretMark mark = new SecretMark("env:A");
        assertThat(rules.of(KeyChange.ofSecret(new Key("pay"), mark, null)))
                .containsExactly(Gate.DELETE, Gate.CRITICAL);
        assertThat(rules.of(KeyChange.ofSecret(new Key("strict"), mark, null))).containsExactly(Gate.DELETE);
    }

    @Test
    void whatTwoSchemasSayHoldsTogether() {
        KeyPolicies both = new KeyPolicies(List.of(policy("a", true, false)))
                .and(new KeyPolicies(List.of(policy("b", true, false), policy("a", false, true))));
        assertThat(both.isCritical(new Key("a"))).isTrue();
        assertThat(both.isCritical(new Key("b"))).isTrue();
        assertThat(both.isCritical(new Key("c"))).isFalse();
        assertThat(both.guardsDowngrade("a")).isTrue();
        assertThat(both.guardsDowngrade("b")).isFalse();
    }

    @Test
    void aKeyIsCriticalWhereAnyPartOfItsValueIs() {
        KeyPolicies deep = new KeyPolicies(List.of(policy("a.b", true, false)));
        assertThat(deep.isCritical(new Key("a"))).isTrue();
        assertThat(deep.isCritical(new Key("a.b.c"))).isTrue();
        assertThat(deep.isCritical(new Key("a.c"))).isFalse();
        assertThat(deep.isCritical(new Key("a-b"))).isFalse();
        assertThat(new KeyPolicies(List.of()).isCritical(new Key("a"))).isFalse();
    }
}
