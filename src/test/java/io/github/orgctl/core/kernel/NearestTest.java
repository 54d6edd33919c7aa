package io.github.orgctl.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "a, '', 1",
        "acme, acme, 0",
        "acme, amce, 1",
        "acme, acm, 1",
        "acme, acmee, 1",
        "acme, bcme, 1",
        "acme, globex, 5",
        "kitten, sitting, 3"
    })
    void countsTypingErrors(String a, String b, int distance) {
        assertThat(Nearest.distance(a, b)).isEqualTo(distance);
        assertThat(Nearest.distance(b, a)).isEqualTo(distance);
    }

    @ParameterizedTest
    @CsvSource({
        "acme,    acme,           acme globex",
        "amce,    acme,           acme globex acme-labs",
        "acm,     acme acme-labs, acme globex acme-labs",
        "ACME,    acme,           acme globex",
        "glob,    globex,         acme globex",
        "g,       '',             acme globex",
        "gl,      globex,         acme globex",
        "list,    lists-of-all lost, lost lists-of-all",
        "x,       y z,            y z globex",
        "zzzzzz,  '',             acme globex",
        "'',      '',             acme globex",
        "list,    list,           list lists-of-all last lost lest",
    })
    void findsUpToThree(String word, String near, String candidates) {
        List<String> found = Nearest.to(word, Arrays.asList(candidates.split(" ")));
        assertThat(found).hasSizeLessThanOrEqualTo(3);
        assertThat(found).startsWith(near.isEmpty() ? new String[0] : near.split(" "));
        assertThat(found.isEmpty()).isEqualTo(near.isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"amce, did you mean acme?", "zz, none", "acm, did you mean acme or acme-labs?"})
    void asks(String word, String question) {
        assertThat(Nearest.question(word, List.of("globex", "acme-labs", "acme")))
                .isEqualTo(question);
    }
}
