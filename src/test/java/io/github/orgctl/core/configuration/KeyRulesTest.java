package io.github.orgctl.core.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.value.Failure;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRulesTest {
    private static NavigableSet<Key> keys(String paths) {
        NavigableSet<Key> keys = new TreeSet<>();
        for (String path : paths.split(" ")) {
            keys.add(new Key(path));
        }
        return keys;
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a b", "a a-b ab", "a.b a.c a-b.c", "a.b.c a.bc"})
    void keysMayStandBesideEachOther(String paths) {
        assertThatCode(() -> KeyRules.check(keys(paths), keys("secret"))).doesNotThrowAnyException();
    }

    /** Between a key and those below it, others may sort: {@code a-b} comes before {@code a.b}. */
    @ParameterizedTest
    @ValueSource(strings = {"a a.b", "a a-b a.b.c", "a.b a.b-c a.b.c.d.e"})
    void noneMayLieAboveAnother(String paths) {
        Failure failure = catchThrowableOfType(Failure.class, () -> KeyRules.check(keys(paths), keys("secret")));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.RULE);
    }
}
