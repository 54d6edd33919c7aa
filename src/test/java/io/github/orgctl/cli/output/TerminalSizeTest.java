package io.github.orgctl.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalSizeTest {
    @Test
    void whatIsSaidCounts() {
        TerminalSize size = new TerminalSize("132", "50");
        assertThat(size.columns()).isEqualTo(132);
        assertThat(size.lines()).isEqualTo(50);
    }

    @Test
    void nonsenseIsPassedOver() {
        TerminalSize asked = new TerminalSize(null, null);
        for (String nonsense : new String[] {"", "0", "-5", "8 0", "wide", "999999999999"}) {
            TerminalSize size = new TerminalSize(nonsense, nonsense);
            assertThat(size.columns()).as(nonsense).isEqualTo(asked.columns()).isPositive();
            assertThat(size.lines()).as(nonsense).isEqualTo(asked.lines()).isPositive();
        }
    }
}
