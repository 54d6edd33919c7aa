package io.github.orgctl.core.model.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.core.model.value.Failure;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "auth.mfa.enabled", "A_b-9.0", "-", "a.b.c.d.e.f.g.h.i.j"})
    void takesDottedPaths(String path) {
        assertThat(new Key(path)).hasToString(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".a", "a.", "a..b", "a b", "a/b", "a=b", "ä", "a\n"})
    void refusesWhatIsNone(String path) {
        Failure failure = catchThrowableOfType(Failure.class, () -> new Key(path));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
        assertThat(failure).hasMessageEndingWith("is not a key");
    }

    @Test
    void isNotEndless() {
        assertThat(new Key("a".repeat(Key.MAX_LENGTH)).path()).hasSize(Key.MAX_LENGTH);
        assertRefused("a".repeat(Key.MAX_LENGTH + 1));
        assertRefused(String.join(".", Collections.nCopies(Key.MAX_SEGMENTS + 1, "a")));
    }

    private static void assertRefused(String path) {
        Failure failure = catchThrowableOfType(Failure.class, () -> new Key(path));
        assertThat(failure).hasMessageEndingWith("is too long");
    }

    @ParameterizedTest
    @CsvSource({"a, a.b, true", "a.b, a.b.c.d, true", "a, a, false", "a, ab, false", "a.b, a, false", "a, a-b, false"})
    void knowsWhatLiesBelow(String above, String below, boolean expected) {
        assertThat(new Key(above).isAbove(new Key(below))).isEqualTo(expected);
    }
}
