package io.github.orgctl.core.model.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VariablesTest {
    private static Variable variable(String name, String text, boolean secret) {
        return new Variable(new Key(name), text, secret);
    }

    private static final Variables ALL = new Variables(
            null,
            List.of(variable("A", "1", false), variable("B", "hidden", true), variable("C", "3", false)),
            2,
            List.of());

    @Test
    void secretsAreLeftOutOnRequestAndCounted() {
        Variables without = ALL.withoutSecrets();
        assertThat(without.all()).extracting(Variable::name).containsExactly("A", "C");
        assertThat(without.secretsLeftOut()).isEqualTo(3);
        assertThat(without.hasSecrets()).isFalse();
        assertThat(without.secrets()).isEmpty();
    }

    @Test
    void whatNobodyMaySeeIsKnown() {
        assertThat(ALL.hasSecrets()).isTrue();
        assertThat(ALL.secrets()).containsExactly("hidden");
        assertThat(ALL.names()).containsExactlyInAnyOrder("A", "B", "C");
    }
}
