package io.github.orgctl.core.model.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountTest {
    @ParameterizedTest
    @CsvSource({
        "0,project,0 projects",
        "1,project,1 project",
        "2,closed statement,2 closed statements",
        "1,series,1 series",
        "2,series,2 series"
    })
    void theNounAgreesWithTheNumber(long number, String noun, String text) {
        assertThat(Count.of(number, noun)).isEqualTo(text);
    }
}
