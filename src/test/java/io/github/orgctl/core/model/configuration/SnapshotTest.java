package io.github.orgctl.core.model.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private static Snapshot snapshot(String value, Map<String, String> secrets) {
        Map<Key, SecretMark> marks = new TreeMap<>();
        secrets.forEach((key, mark) -> marks.put(new Key(key), new SecretMark(mark)));
        List<KeyEdit> edits = value == null ? List.of() : List.of(new KeyEdit(new Key("m"), new Value(value)));
        return new Snapshot(Configuration.EMPTY.with(edits), marks);
    }

    private static List<String> changes(Snapshot from, Snapshot to) {
        return from.changesTo(to).stream()
                .map(change -> change.kind() + " " + change.key() + (change.secret() ? " secret" : ""))
                .toList();
    }

    @Test
    void changesOfValuesAndSecretsComeInTheOrderOfTheirKeys() {
        Snapshot before = snapshot("1", Map.of("a", "x", "same", "y", "z", "w"));
        Snapshot after = snapshot("2", Map.of("b", "x", "same", "y", "z", "v"));
        assertThat(changes(before, after))
                .containsExactly("removed a secret", "added b secret", "changed m", "changed z secret");
        assertThat(changes(before, before)).isEmpty();
    }

    @Test
    void aKeyThatBecomesASecretIsRemovedAndAdded() {
        assertThat(changes(snapshot("1", Map.of()), snapshot(null, Map.of("m", "x"))))
                .containsExactlyInAnyOrder("removed m", "added m secret");
    }
}
