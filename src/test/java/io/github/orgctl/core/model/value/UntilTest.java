package io.github.orgctl.core.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UntilTest {
    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "45s, 2026-01-15T09:30:45Z",
        "1s, 2026-01-15T09:30:01Z",
        "90m, 2026-01-15T11:00:00Z",
        "8h, 2026-01-15T17:30:00Z",
        "2w, 2026-01-29T09:30:00Z",
        "2026-02-01, 2026-02-01T00:00:00Z",
        "9999-12-31, 9999-12-31T00:00:00Z",
        "3d, 2026-01-18T09:30:00Z",
        "2026-02-01T00:00:00Z, 2026-02-01T00:00:00Z",
        "2026-02-01T01:00:00.123456+01:00, 2026-02-01T00:00:00.123Z",
    })
    void isATimeOrADuration(String text, Instant expected) {
        assertThat(Until.parse(text).endOf("the lock", NOW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "h",
                "0h",
                "-1h",
                "1.5h",
                "0w",
                "1y",
                "tomorrow",
                "2026-02-30",
                "2026-2-1",
                "99999999999d",
                "12",
                "+10000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59-01:00",
                "+10000-01-01"
            })
    void refusesAnythingElse(String text) {
        Failure failure = catchThrowableOfType(Failure.class, () -> Until.parse(text));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
    }

    @Test
    void reachesNoFurtherThanTimesCanBeWritten() {
        for (String text : List.of("2000000000d", "2000000000w", "3000000d")) {
            Until until = Until.parse(text);
            assertThat(catchThrowableOfType(Failure.class, () -> until.endOf("the lock", NOW))
                            .kind())
                    .isEqualTo(Failure.Kind.USAGE);
            assertThat(catchThrowableOfType(Failure.class, () -> until.before(NOW))
                            .kind())
                    .isEqualTo(Failure.Kind.USAGE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-15T09:30:00Z", "2025-01-01T00:00:00Z"})
    void isNoEndOnceItHasPassed(String text) {
        Failure failure =
                catchThrowableOfType(Failure.class, () -> Until.parse(text).endOf("the lock", NOW));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
        assertThat(failure).hasMessageStartingWith("the lock would already have ended");
    }

    @ParameterizedTest
    @CsvSource({
        "90m, 2026-01-15T08:00:00Z",
        "3d, 2026-01-12T09:30:00Z",
        "2026-02-01, 2026-02-01T00:00:00Z",
        "2020-01-01, 2020-01-01T00:00:00Z",
    })
    void asATimeInThePastADurationIsTakenOffNow(String text, Instant expected) {
        assertThat(Until.parse(text).before(NOW)).isEqualTo(expected);
    }
}
