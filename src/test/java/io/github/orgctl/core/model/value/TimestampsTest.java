package io.github.orgctl.core.model.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00.000Z",
                "1969-12-31T23:59:59.999Z",
                "2000-02-29T12:34:56.007Z",
                "1900-02-28T23:59:59.000Z",
                "1900-03-01T00:00:00.000Z",
                "2024-12-31T23:59:59.999Z",
                "2026-11-23T10:15:30.123Z",
                "0000-01-01T00:00:00.000Z",
                "0000-02-29T00:00:00.000Z",
                "9999-12-31T23:59:59.999Z"
            })
    void writesThreeFractionDigits(String text) {
        assertThat(Timestamps.text(Instant.parse(text))).isEqualTo(text);
    }

    @Test
    void agreesWithTheLibraryOnAnyDay() {
        DateTimeFormatter library =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            Instant instant =
                    Instant.ofEpochMilli((long) (random.nextDouble() * 315_537_897_599_999L) - 62_167_219_200_000L);
            assertThat(Timestamps.text(instant)).isEqualTo(library.format(instant));
        }
    }

    @Test
    void leavesYearsBeyondFourDigitsToTheLibrary() {
        assertThat(Timestamps.text(Instant.parse("+10000-01-01T00:00:00Z"))).isEqualTo("+10000-01-01T00:00:00Z");
        assertThat(Timestamps.text(Instant.parse("-0001-12-31T23:59:59Z"))).isEqualTo("-0001-12-31T23:59:59Z");
        assertThat(Timestamps.text(Instant.MAX)).isEqualTo(Instant.MAX.toString());
    }
}
