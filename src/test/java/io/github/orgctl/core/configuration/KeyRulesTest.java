package io.github.orgctl.core.configuration;

import static io.github.orgctl.core.kernel.Acting.refused;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Slug;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRulesTest {
    private static final Id ID = new Id("11111111-1111-4111-8111-111111111111");
    private static final Environment LIVE = new Environment(
            ID, Mode.LIVE, 1, null, ID, new Slug("website"), ID, new Slug("acme"), Acting.START, Acting.START);

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
        assertThatCode(() -> KeyRules.check(keys(paths), Collections.emptyNavigableSet()))
                .doesNotThrowAnyException();
    }

    /** Between a key and those below it, others may sort: {@code a-b} comes before {@code a.b}. */
    @ParameterizedTest
    @ValueSource(strings = {"a a.b", "a a-b a.b.c", "a.b a.b-c a.b.c.d.e"})
    void noneMayLieAboveAnother(String paths) {
        refused(Failure.Kind.RULE, () -> KeyRules.check(keys(paths), keys("secret")));
        refused(Failure.Kind.RULE, () -> KeyRules.check(keys(paths), Collections.emptyNavigableSet()));
        refused(Failure.Kind.RULE, () -> KeyRules.check(keys("value"), keys(paths)));
    }

    @Test
    void noValueMayLieAboveASecretOrBelowOne() {
        refused(Failure.Kind.RULE, () -> KeyRules.check(keys("a"), keys("a.b")));
        refused(Failure.Kind.RULE, () -> KeyRules.check(keys("a.b"), keys("a")));
    }

    @Test
    void neitherReplacesTheOther() {
        refused(Failure.Kind.RULE, () -> KeyRules.refuseSecret(LIVE, new Key("a"), keys("a b")));
        refused(Failure.Kind.RULE, () -> KeyRules.refuseValue(LIVE, new Key("a"), keys("a b")));
        assertThatCode(() -> KeyRules.refuseSecret(LIVE, new Key("c"), keys("a b")))
                .doesNotThrowAnyException();
        assertThatCode(() -> KeyRules.refuseValue(LIVE, new Key("c"), keys("a b")))
                .doesNotThrowAnyException();
    }
}
