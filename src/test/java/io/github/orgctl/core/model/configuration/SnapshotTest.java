package io.github.orgctl.core.model.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.model.organization.Mode;
import java.time.Instant;
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

    private static Secret secret(SecretKind kind, String content, boolean template) {
        Instant at = Instant.EPOCH;
        return new Secret(new Key("k"), 1, kind, content, "0123456789abcdef", template, at, at, at);
    }

    @Test
    void aSecretStandsForItsDigestOrItsReference() {
        assertThat(secret(SecretKind.VALUE, "sealed", false).mark()).isEqualTo(new SecretMark("0123456789abcdef"));
        assertThat(secret(SecretKind.VALUE, "sealed", true).mark())
                .isEqualTo(new SecretMark("template:0123456789abcdef"));
        assertThat(secret(SecretKind.ENV, "NAME", false).mark()).isEqualTo(new SecretMark("env:NAME"));
        Snapshot now = Snapshot.of(Configuration.EMPTY, Map.of(new Key("k"), secret(SecretKind.ENV, "NAME", false)));
        assertThat(now).isEqualTo(snapshot(null, Map.of("k", "env:NAME")));
    }

    @Test
    void aChangeIsOfATemplateWhereItIsOneBeforeOrAfter() {
        Secret plain = secret(SecretKind.VALUE, "sealed", false);
        Secret template = secret(SecretKind.VALUE, "sealed", true);
        assertThat(new SecretChange(new Key("k"), plain, plain).isOfTemplate()).isFalse();
        assertThat(new SecretChange(new Key("k"), null, plain).isOfTemplate()).isFalse();
        assertThat(new SecretChange(new Key("k"), plain, null).isOfTemplate()).isFalse();
        assertThat(new SecretChange(new Key("k"), template, plain).isOfTemplate())
                .isTrue();
        assertThat(new SecretChange(new Key("k"), plain, template).isOfTemplate())
                .isTrue();
        assertThat(new SecretChange(new Key("k"), template, null).isOfTemplate())
                .isTrue();
        assertThat(new SecretChange(new Key("k"), null, template).isOfTemplate())
                .isTrue();
    }

    /** Digests are of one environment, so that none tells of another. */
    @Test
    void ofTwoEnvironmentsOnlyWhatCanBeToldDiffers() {
        Snapshot one = snapshot("1", Map.of("a", "12", "b", "env:A", "c", "34", "d", "56"));
        Snapshot other = snapshot("1", Map.of("a", "21", "b", "env:B", "c", "template:34"));
        assertThat(one.differencesTo(other))
                .extracting(change -> change.kind() + " " + change.key())
                .containsExactly("changed b", "changed c", "removed d");
        assertThat(changes(one, other))
                .containsExactly("changed a secret", "changed b secret", "changed c secret", "removed d secret");
    }

    @Test
    void whatBelongsToOneEnvironmentIsNotPromoted() {
        for (KeyPolicy.Pair pair : new KeyPolicy.Pair[] {null, KeyPolicy.Pair.MATCH, KeyPolicy.Pair.DIFFER}) {
            for (Mode only : new Mode[] {null, Mode.LIVE}) {
                for (boolean never : new boolean[] {true, false}) {
                    KeyPolicy policy = new KeyPolicy(new Key("k"), pair, only, never, true, true);
                    assertThat(policy.staysWhereItIs())
                            .isEqualTo(never || only != null || pair == KeyPolicy.Pair.DIFFER);
                }
            }
        }
    }

    @Test
    void aTreeStandsForATemplateWhereItIsAnObjectWithThatOneMember() {
        JsonTree member = new JsonTree("\"${a}\"", null, "${a}", 2);
        JsonTree template = new JsonTree("{\"$template\":\"${a}\"}", new TreeMap<>(Map.of("$template", member)));
        assertThat(template.isTemplate()).isTrue();
        assertThat(template.value().isTemplate()).isTrue();
        assertThat(new JsonTree("{\"a\":1}", new TreeMap<>()).isTemplate()).isFalse();
        assertThat(new JsonTree(template.json(), null).isTemplate()).isFalse();
        assertThat(template.in(7)).isEqualTo(new JsonTree(template.json(), template.members(), null, 7));
    }
}
