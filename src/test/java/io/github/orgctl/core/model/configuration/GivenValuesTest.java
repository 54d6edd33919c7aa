package io.github.orgctl.core.model.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.orgctl.core.model.configuration.GivenValues.Named;
import io.github.orgctl.core.model.configuration.GivenValues.NamedText;
import io.github.orgctl.core.model.configuration.GivenValues.Nested;
import io.github.orgctl.core.model.value.Failure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GivenValuesTest {
    private static final JsonTree ONE = new JsonTree("1", null);

    private static Configuration configuration(Map<String, String> values) {
        TreeMap<Key, Value> byKey = new TreeMap<>();
        values.forEach((key, json) -> byKey.put(new Key(key), new Value(json)));
        return new Configuration(byKey);
    }

    private static JsonTree object(String name, JsonTree member) {
        return new JsonTree("{\"" + name + "\":" + member.json() + "}", new TreeMap<>(Map.of(name, member)));
    }

    private static Configuration named(Configuration present, String name, String text, String guess) {
        return new Named(List.of(new NamedText(name, text, new Value(guess))))
                .in(present, Set.of(), "acme/website:live");
    }

    @Test
    void takesMembersForSegments() {
        assertThat(new Nested(object("a", object("b.c", ONE))).in(Configuration.EMPTY, Set.of(), "acme/website:live"))
                .isEqualTo(configuration(Map.of("a.b.c", "1")));
    }

    @Test
    void keepsAnObjectWhereOneIsTheValueAlready() {
        Configuration present = configuration(Map.of("a", "{\"x\":2}"));
        assertThat(new Nested(object("a", object("b", ONE))).in(present, Set.of(), "acme/website:live"))
                .isEqualTo(configuration(Map.of("a", "{\"b\":1}")));
    }

    @Test
    void takesAnEmptyObjectForAValue() {
        JsonTree empty = new JsonTree("{}", new TreeMap<>());
        assertThat(new Nested(object("a", empty)).in(Configuration.EMPTY, Set.of(), "acme/website:live"))
                .isEqualTo(configuration(Map.of("a", "{}")));
    }

    @Test
    void refusesWhatHasNoKeys() {
        assertThatThrownBy(() -> new Nested(ONE).in(Configuration.EMPTY, Set.of(), "acme/website:live"))
                .isInstanceOf(Failure.class);
    }

    @Test
    void refusesAKeyThatIsGivenInTwoWays() {
        JsonTree root = new JsonTree("?", new TreeMap<>(Map.of("a", object("b", ONE), "a.b", ONE)));
        assertThatThrownBy(() -> new Nested(root).in(Configuration.EMPTY, Set.of(), "acme/website:live"))
                .hasMessageContaining("'a.b' is given twice");
    }

    @Test
    void knowsAValueByTheNameItIsExportedBy() {
        Configuration present = configuration(Map.of("api.port", "1", "title", "\"1\""));
        assertThat(named(present, "API_PORT", "2", "2")).isEqualTo(configuration(Map.of("api.port", "2")));
        assertThat(named(present, "TITLE", "2", "2")).isEqualTo(configuration(Map.of("title", "\"2\"")));
        assertThat(named(present, "TITLE", "1", "1")).isEqualTo(configuration(Map.of("title", "\"1\"")));
        assertThat(named(present, "API_URL", "2", "2")).isEqualTo(configuration(Map.of("API_URL", "2")));
    }

    @Test
    void refusesANameThatCanMeanTwoKeys() {
        Configuration present = configuration(Map.of("a.b", "1", "a-b", "1"));
        assertThatThrownBy(() -> named(present, "A_B", "2", "2"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.RULE))
                .hasMessageContaining("'a-b' and 'a.b'");
    }

    @Test
    void makesNoSecretAValue() {
        Named given = new Named(List.of(new NamedText("DB_PASSWORD", "x", new Value("\"x\""))));
        assertThatThrownBy(() -> given.in(Configuration.EMPTY, Set.of(new Key("db.password")), "acme/website:live"))
                .hasMessageContaining("the secret 'db.password'");
    }
}
