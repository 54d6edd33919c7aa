package io.github.orgctl.core.model.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.orgctl.core.model.value.Failure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionPatternTest {
    @ParameterizedTest
    @CsvSource({
        "org.create, org.create",
        "org.c*, org.create",
        "*.create, org.create",
        "*, env.promote",
        "o?g.create, org.create",
        "***o*g*.*create**, org.create",
        "*e*e, org.create",
        "org.create*, org.create",
        "?rg.?reate, org.create"
    })
    void fits(String pattern, String action) {
        assertThat(ActionPattern.parse(pattern).actions())
                .extracting(Action::toString)
                .contains(action);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "org", "org.create?", "create", "*x*x*x", "ORG.CREATE"})
    void fitsNothing(String pattern) {
        assertThatThrownBy(() -> ActionPattern.parse(pattern)).isInstanceOf(Failure.class);
    }

    /** Each star that could take more would multiply the ways to try. */
    @ParameterizedTest
    @ValueSource(strings = {"*e", "*?", "*", "*r*e*a*t*e"})
    void manyStarsTakeNoTime(String part) {
        assertThatThrownBy(() -> ActionPattern.parse(part.repeat(40) + "#")).isInstanceOf(Failure.class);
    }
}
