package io.github.orgctl.cli.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TextDifferenceTest {
    @Test
    void showsWhatChanged() {
        assertThat(TextDifference.between("f", "A=1\nB=2\n", "A=1\nB=3\n"))
                .isEqualTo("--- f\n+++ f\n@@ -1,2 +1,2 @@\n A=1\n-B=2\n+B=3\n");
    }

    @Test
    void showsOnlyNamesOfWhatIsNotPublic() {
        String before = "A=1\nPASSWORD=old\nexport TOKEN='old\nSECONDLINE=old'\n";
        String after = "A=2\nPASSWORD=new\nexport TOKEN='new\nSECONDLINE=new'\n";
        String difference = TextDifference.masked("f", before, after, "A=2\n", Set.of("A", "PASSWORD", "TOKEN"));
        assertThat(difference)
                .contains("+A=2\n", "-A ***\n", "+PASSWORD ***\n", "-TOKEN ***\n", "+***\n")
                .doesNotContain("old", "new", "SECONDLINE");
    }
}
