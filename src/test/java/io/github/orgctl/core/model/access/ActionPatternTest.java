package io.github.orgctl.core.model.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.orgctl.core.model.value.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;
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

    /** Patterns with many stars, which must not backtrack exponentially. */
    @ParameterizedTest
    @ValueSource(strings = {"*e", "*?", "*", "*r*e*a*t*e"})
    void manyStarsTakeNoTime(String part) {
        assertThatThrownBy(() -> ActionPattern.parse(part.repeat(40) + "#")).isInstanceOf(Failure.class);
    }

    @Test
    void everyKnownPatternFitsAndComesByNoun() {
        List<String> known = ActionPattern.known();
        assertThat(known).startsWith("org.*", "org.create").contains("env.*", "env.promote", "billing.plan.create");
        assertThat(known).doesNotContain("org.list", "status.*").doesNotHaveDuplicates();
        assertThat(known)
                .allSatisfy(pattern -> assertThat(ActionPattern.parse(pattern)).isNotNull());
    }
}
