package io.github.orgctl.core.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 0",
        "1970-01-02T00:00:01.007Z, 86401007",
        "1969-12-31T23:59:59.999Z, -1",
        "2026-11-30T18:00:00Z, 1796061600000",
        "2026-11-30T19:00:00+01:00, 1796061600000",
        "2026-11-30T18:00:00.5Z, 1796061600500",
        "2026-11-30t18:00:00z, 1796061600000",
        "0000-01-01T00:00:00Z, -62167219200000",
        "9999-12-31T23:59:59.999Z, 253402300799999",
    })
    void readsTimesToTheMillisecond(String text, long millis) {
        assertThat(Timestamps.parse(text)).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-30",
                "2026-11-30T18:00:00",
                "2026/11-30T18:00:00Z",
                "2026-11/30T18:00:00Z",
                "2026-11-30 18:00:00Z",
                "2026-11-30T18-00:00Z",
                "2026-11-30T18:00-00Z",
                "2026-11-30T18:00:00X",
                "2026-11-30T18:00:00,123Z",
                "2026-11-30T18:00:00.12aZ",
                "2026-11-3/T18:00:00Z",
                "2026-11-3:T18:00:00Z",
                "2026-02-29T00:00:00Z",
                "2026-11-30T24:00:00Z",
                "+10000-01-01T00:00:00Z",
                "-0001-12-31T23:59:59Z",
            })
    void readsNothingElse(String text) {
        assertThatThrownBy(() -> Timestamps.parse(text))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE));
    }

    @Test
    void readsExactlyWhatItWrites() {
        assertThat(Timestamps.exact("2026-11-30T18:00:00.000Z")).isEqualTo("2026-11-30T18:00:00Z");
        for (String other : new String[] {"2026-11-30T18:00:00Z", "2026-11-30T19:00:00.000+01:00"}) {
            assertThatThrownBy(() -> Timestamps.exact(other)).isInstanceOf(Failure.class);
        }
    }

    @Test
    void theYears0To9999AreWritten() {
        Instant first = Instant.parse("0000-01-01T00:00:00Z");
        Instant last = Instant.parse("9999-12-31T23:59:59.999Z");
        assertThat(Timestamps.isWritable(first)).isTrue();
        assertThat(Timestamps.isWritable(first.minusMillis(1))).isFalse();
        assertThat(Timestamps.isWritable(last)).isTrue();
        assertThat(Timestamps.isWritable(last.plusMillis(1))).isFalse();
    }
}
