package io.github.orgctl.core.model.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    private static final Configuration ONE = Configuration.EMPTY.with(List.of(put("a", "1"), put("c", "3")));

    private static KeyEdit put(String key, String json) {
        return new KeyEdit(new Key(key), new Value(json));
    }

    private static KeyEdit remove(String key) {
        return new KeyEdit(new Key(key), null);
    }

    @Test
    void editsMakeAnother() {
        Configuration edited = ONE.with(List.of(put("b", "2"), put("a", "0"), remove("c"), remove("nothing")));
        assertThat(edited.values()).hasToString("{a=0, b=2}");
        assertThat(ONE.values()).hasToString("{a=1, c=3}");
    }

    @Test
    void changesLeadFromOneToTheOther() {
        Configuration other = ONE.with(List.of(put("b", "2"), put("a", "0"), remove("c")));
        List<KeyChange> changes = ONE.changesTo(other);
        assertThat(changes)
                .containsExactly(
                        new KeyChange(new Key("a"), new Value("1"), new Value("0")),
                        new KeyChange(new Key("b"), null, new Value("2")),
                        new KeyChange(new Key("c"), new Value("3"), null));
        assertThat(changes).extracting(KeyChange::kind).hasToString("[changed, added, removed]");
        assertThat(ONE.changesTo(ONE)).isEmpty();
        List<KeyEdit> edits = changes.stream()
                .map(change -> new KeyEdit(change.key(), change.after()))
                .toList();
        assertThat(ONE.with(edits)).isEqualTo(other);
    }
}
