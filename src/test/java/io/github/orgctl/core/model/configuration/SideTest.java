package io.github.orgctl.core.model.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.promotion.Side;
import io.github.orgctl.core.model.value.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SideTest {
    @Test
    void isAModeOrARevision() {
        assertThat(Side.parse("live")).isEqualTo(new Side(Mode.LIVE, null));
        assertThat(Side.parse("1")).isEqualTo(new Side(null, 1L));
        assertThat(Side.parse("90")).isEqualTo(new Side(null, 90L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "1x", "-1", "prod", "99999999999999999999", ":", "/"})
    void isNothingElse(String text) {
        assertThatThrownBy(() -> Side.parse(text)).isInstanceOf(Failure.class);
    }
}
