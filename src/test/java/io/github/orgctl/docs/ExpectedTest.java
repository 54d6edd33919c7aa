package io.github.orgctl.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpectedTest {
    private static final String SHOWN = "0b4c3a8e-0000-4000-8000-000000000001";
    private static final String OTHER_SHOWN = "0b4c3a8e-0000-4000-8000-000000000002";
    private static final String ACTUAL = "5bc8fbbc-bde5-4099-8164-d8399f767c45";
    private static final String OTHER_ACTUAL = "d76d4330-f144-4bea-b0c1-1fdecb91ce37";

    private final Expected expected = new Expected();

    @Test
    void anIdStandsForTheOneThatFirstTookItsPlace() {
        assertThat(expected.matches("ID:  " + SHOWN + "\n", "ID:  " + ACTUAL + "\n"))
                .isTrue();
        assertThat(expected.inThisRun("env show " + SHOWN)).isEqualTo("env show " + ACTUAL);
        assertThat(expected.matches(SHOWN + "\n", ACTUAL + "\n")).isTrue();
        assertThat(expected.matches(SHOWN + "\n", OTHER_ACTUAL + "\n")).isFalse();
    }

    @Test
    void oneIdInAnOutputStandsForOne() {
        assertThat(expected.matches(SHOWN + " " + SHOWN, ACTUAL + " " + OTHER_ACTUAL))
                .isFalse();
        assertThat(expected.matches(SHOWN + " " + OTHER_SHOWN, ACTUAL + " " + OTHER_ACTUAL))
                .isTrue();
    }

    @Test
    void timesDifferButNothingElse() {
        String shown = "Created at:  2026-01-15T09:30:00.000Z\nRevision:  1\n";
        assertThat(expected.matches(shown, "Created at:  2031-12-01T00:00:00.123Z\nRevision:  1\n"))
                .isTrue();
        assertThat(expected.matches(shown, "Created at:  2031-12-01T00:00:00.123Z\nRevision:  2\n"))
                .isFalse();
        assertThat(expected.matches(shown, "Created at:  yesterday\nRevision:  1\n"))
                .isFalse();
    }

    @Test
    void columnsMayBeWiderButWordsStayApart() {
        assertThat(expected.matches("SLUG  NAME\n", "SLUG      NAME\n")).isTrue();
        assertThat(expected.matches("SLUG  NAME\n", "SLUG NAME\n")).isFalse();
        assertThat(expected.matches("no project\n", "no  project\n")).isFalse();
    }

    @Test
    void dotsStandForAnything() {
        assertThat(expected.matches("Java:  …\nend\n", "Java:  17\nand more\nend\n"))
                .isTrue();
        assertThat(expected.matches("Java:  …\nend\n", "Java:  17\n")).isFalse();
    }
}
