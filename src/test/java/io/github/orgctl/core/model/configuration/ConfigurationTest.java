package io.github.orgctl.core.model.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.model.value.Page;
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

    private static String page(Configuration of, Long limit, String after) {
        Page<Key> page = new Page<>(limit, after == null ? null : new Key(after), null);
        return of.page(page).values().toString();
    }

    @Test
    void aPageBeginsBehindAKeyAndHasAsManyAsAsked() {
        Configuration three = ONE.with(List.of(put("b", "2")));
        assertThat(page(three, null, null)).isEqualTo("{a=1, b=2, c=3}");
        assertThat(page(three, 2L, null)).isEqualTo("{a=1, b=2}");
        assertThat(page(three, 0L, null)).isEqualTo("{}");
        assertThat(page(three, null, "a")).isEqualTo("{b=2, c=3}");
        assertThat(page(three, 1L, "a")).isEqualTo("{b=2}");
        assertThat(page(three, null, "c")).isEqualTo("{}");
    }

    @Test
    void keysMakeATreeBySegments() {
        Configuration deep = Configuration.EMPTY.with(
                List.of(put("a", "1"), put("b.c.d", "2"), put("b.c.e", "3"), put("b.f", "4"), put("bc.d", "5")));
        assertThat(deep.tree()).hasToString("{a=1, b={c={d=2, e=3}, f=4}, bc={d=5}}");
        assertThat(Configuration.EMPTY.tree()).isEmpty();
    }
}
