package io.github.orgctl.core.model.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.orgctl.core.model.value.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageKeyTest {
    @Test
    void hasUpTo200PrintableCharacters() {
        assertThat(new UsageKey("!~")).hasToString("!~");
        assertThat(new UsageKey("k".repeat(200)).value()).hasSize(200);
        assertThatThrownBy(() -> new UsageKey("k".repeat(201))).isInstanceOf(Failure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\u007f", "ä", "a\n"})
    void hasNoOthers(String text) {
        assertThatThrownBy(() -> new UsageKey(text)).isInstanceOf(Failure.class);
    }
}
