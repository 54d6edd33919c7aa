package io.github.orgctl.cli.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrappedTest {
    private static final String TEXT = "check the address and that the server runs, then 日本語 の プロジェクト try again";

    @Test
    void linesFitAndNoWordIsLost() {
        for (int width = 14; width < 90; width++) {
            List<String> lines = Wrapped.lines(List.of(TEXT), width);

            for (String line : lines) {
                assertThat(Clusters.widthOf(line)).isLessThanOrEqualTo(width);
            }
            String again = String.join(" ", lines.stream().map(String::strip).toList());
            assertThat(again).isEqualTo(TEXT);
        }
    }

    @Test
    void aWordThatIsTooLongIsBroken() {
        assertThat(Wrapped.lines(List.of("abcdefghij"), 6)).containsExactly("abcdef", "  ghij");
    }
}
